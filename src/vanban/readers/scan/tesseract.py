"""Tesseract as a child process: one picture in, words with their places and confidences out."""

from __future__ import annotations

import functools
import os
import re
import shutil
import signal
import subprocess

LANGUAGE = "vie"
_WHOLE_PAGE, _ONE_BLOCK = "3", "6"
_ROTATE = re.compile(rb"Rotate: (90|180|270)\b")
_SECONDS_A_PAGE = 180
_SECONDS_TO_ANSWER = 30


class PageNotRecognised(Exception):
    """Tesseract could not read a picture, or took too long over it."""


@functools.cache
def is_available() -> bool:
    """Whether this machine has Tesseract with its Vietnamese data."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run(  # noqa: S603 - a fixed program with fixed arguments
            [program, "--list-langs"], capture_output=True, timeout=_SECONDS_TO_ANSWER, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (listed.stdout + listed.stderr).decode("utf-8", "replace").split()


def turn_of(picture: bytes) -> int:
    """By how many degrees a picture has to be turned clockwise to stand upright: 0, 90, 180 or 270; 0 when unknown."""
    program = shutil.which("tesseract")
    if program is None:
        return 0
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed program on a picture of ours, without a shell
            [program, "stdin", "stdout", "--psm", "0"],
            input=picture,
            env=_environment(),
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = _ROTATE.search(answer.stdout)
    return int(found.group(1)) if found else 0


def _environment() -> dict[str, str]:
    passed = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "TMPDIR") if name in os.environ}
    return passed | {"OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8"}


def recognise(picture: bytes, *, dots_per_inch: int, index: int = 0, as_one_block: bool = False) -> str:
    """The words of a picture as tab-separated values; ``index`` chooses a page of a picture file with several.

    ``as_one_block`` forgoes the analysis of the layout, which loses lines of a page that lies askew.

    Tesseract gets one thread: several would fight over the cores without being faster. Raises
    :class:`PageNotRecognised`.
    """
    command = [
        shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dots_per_inch),
        "--psm", _ONE_BLOCK if as_one_block else _WHOLE_PAGE, "-c", f"tessedit_page_number={index}", "tsv",
    ]  # fmt: skip
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed program on a picture of ours, without a shell
            command,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise PageNotRecognised from error
    with process:
        try:
            output, _ = process.communicate(picture, timeout=_SECONDS_A_PAGE)
        except subprocess.TimeoutExpired as error:
            process.send_signal(signal.SIGKILL)
            raise PageNotRecognised from error
    if process.returncode != 0:
        raise PageNotRecognised
    return output.decode("utf-8", "replace")
