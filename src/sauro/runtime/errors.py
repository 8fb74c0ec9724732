"""The one kind of error that the command line shows as a sentence instead of a traceback."""

from __future__ import annotations


class MachineError(Exception):
    """Something on this machine stands in the way; the message says what, where, and what to do about it."""
