"""Runs the typst process and hands it sheets. A press that stays open renders a changed sheet much faster."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from vanban.compose.fonts import font_folder
from vanban.compose.pdf.data import sheet_json
from vanban.compose.sheet import Sheet

TIME_LIMIT = 30.0
"""Seconds after which a .pdf is given up: a 60-page plan takes less than one."""


class NotComposed(Exception):
    """The .pdf could not be made. ``message`` says why in Vietnamese."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Press:
    """A typst process; use it as a context manager. One sheet at a time: threads wait for each other."""

    def __init__(self, *, fonts: Path | None = None, time_limit: float = TIME_LIMIT) -> None:
        self._fonts = fonts or font_folder()
        self._time_limit = time_limit
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

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

    def pdf(self, sheet: Sheet) -> bytes:
        """``sheet`` as a .pdf. Raises :class:`NotComposed`; the next call begins with a new process."""
        data = sheet_json(sheet).encode("utf-8")
        with self._lock:
            process = self._running()
            watch = threading.Timer(self._time_limit, process.kill)
            watch.start()
            try:
                return _asked(process, data)
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


def _asked(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise NotComposed("Không khởi động được bộ dàn trang.")
    try:
        process.stdin.write(json.dumps({"size": len(data)}).encode() + b"\n" + data)
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        made = process.stdout.read(answer["size"])
    except (OSError, ValueError) as error:
        raise NotComposed("Không dàn trang được trong thời gian cho phép; hãy chia nhỏ phụ lục rồi thử lại.") from error
    if answer["error"] or len(made) < answer["size"]:
        raise NotComposed(f"Không dàn trang được: {answer['error']}")
    return made
