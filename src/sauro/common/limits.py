"""Bounds a process sets for itself before it looks at what strangers sent."""

from __future__ import annotations

import ctypes
import resource
import signal
import sys

MEBIBYTE = 1024 * 1024
LARGEST_OUTPUT = 400 * MEBIBYTE
_PR_SET_PDEATHSIG = 1


def limit_this_process(*, seconds: int, megabytes: int) -> None:
    """Bound processor time, memory and output, forbid memory images, which would hold the text, and end with the
    process that asked, even when that is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEBIBYTE, megabytes * MEBIBYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))
