"""Runs the typst process and hands it sheets. A press that stays open renders a changed sheet much faster."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from vanban.compose.fonts import font_folder
from vanban.compose.pdf.data import sheet_json
from vanban.compose.sheet import Sheet

_UNKNOWN_SIGN = re.compile(r'the text `"(?:\\u\{(?P<code>[0-9a-f]+)\}|(?P<sign>[^"]+))"` could not be displayed')
TIME_LIMIT = 30.0
"""Seconds after which a .pdf is given up: a 60-page plan takes less than one."""
UNKNOWN_SIGN = "□"
"""What stands on paper for a sign that the typeface lacks."""
_MOST_UNKNOWN = 40
_CHANGE = r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
"""What changes the sign before it: a style, a tone of skin."""


class NotComposed(Exception):
    """The .pdf could not be made. ``message`` says why in Vietnamese."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UnknownSign(NotComposed):
    """The typeface lacks ``sign``, one character or several that are written as one."""

    def __init__(self, sign: str) -> None:
        super().__init__(
            f"Phông chữ của bản .pdf không có ký tự “{sign}” (U+{ord(sign[0]):04X}); hãy thay bằng ký tự khác."
        )
        self.sign = sign


class Press:
    """A typst process; use it as a context manager. One sheet at a time: threads wait for each other.

    The process starts at once, so that it is ready when the sheet is.
    """

    def __init__(self, *, fonts: Path | None = None, time_limit: float = TIME_LIMIT) -> None:
        self._fonts = fonts or font_folder()
        self._time_limit = time_limit
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._running()

    def __enter__(self) -> Press:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def processor_time(self) -> float:
        """Seconds of processor time that the open process has used so far, as Linux counts them; 0 elsewhere."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text() if self._process else ""
        except OSError:
            return 0.0
        used = fields.rpartition(") ")[2].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    def pdf(self, sheet: Sheet, *, is_lenient: bool = False) -> bytes:
        """``sheet`` as a .pdf. Raises :class:`NotComposed`; the next call begins with a new process.

        ``is_lenient`` sets :data:`UNKNOWN_SIGN` for up to 40 different signs that the typeface lacks.
        """
        data = sheet_json(sheet)
        for _ in range(_MOST_UNKNOWN if is_lenient else 0):
            try:
                return self._pressed(data, is_dated=sheet.day is not None)
            except UnknownSign as unknown:
                data = re.sub(f"{re.escape(unknown.sign)}{_CHANGE}*", UNKNOWN_SIGN, data)
        return self._pressed(data, is_dated=sheet.day is not None)

    def _pressed(self, text: str, *, is_dated: bool) -> bytes:
        data = text.encode("utf-8")
        with self._lock:
            process = self._running()
            watch = threading.Timer(self._time_limit, process.kill)
            watch.start()
            try:
                return _asked(process, data, is_dated=is_dated)
            except UnknownSign as unknown:
                raise _named(unknown, text) from None
            except NotComposed:
                self.close()
                raise
            finally:
                watch.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-I", "-m", "vanban.compose.pdf.worker", str(self._fonts)]
            self._process = subprocess.Popen(  # noqa: S603 -- our own module by our own interpreter
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self._fonts
            )
        return self._process


def _asked(process: subprocess.Popen[bytes], data: bytes, *, is_dated: bool) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise NotComposed("Không khởi động được bộ dàn trang.")
    try:
        process.stdin.write(json.dumps({"size": len(data), "dated": is_dated}).encode() + b"\n" + data)
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        made = process.stdout.read(answer["size"])
    except (OSError, ValueError) as error:
        raise NotComposed("Không dàn trang được trong thời gian cho phép; hãy chia nhỏ phụ lục rồi thử lại.") from error
    if answer["error"]:
        raise _fault(answer["error"])
    if len(made) < answer["size"]:
        raise NotComposed("Không dàn trang được trong thời gian cho phép; hãy chia nhỏ phụ lục rồi thử lại.")
    return made


def _named(unknown: UnknownSign, text: str) -> UnknownSign:
    """The sign at fault: what changes a space is written as one with it and told as the space, which is not lacking."""
    lone = re.search(rf"(?<=\s){_CHANGE}", text) if unknown.sign.isspace() else None
    return UnknownSign(lone[0]) if lone else unknown


def _fault(error: str) -> NotComposed:
    """What typst says, in Vietnamese where a person can do something about it."""
    found = _UNKNOWN_SIGN.search(error)
    if found is None:
        return NotComposed(f"Không dàn trang được: {error}")
    return UnknownSign(found["sign"] if found["code"] is None else chr(int(found["code"], 16)))
