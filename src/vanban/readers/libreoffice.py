"""Conversion of old office formats by LibreOffice, in a private profile, with a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from vanban.readers import messages

_TIME_LIMIT_SECONDS = 90

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_LOCKED_DOWN = (
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (_PROXY, "ooInetProxyType", "2"),
    (_PROXY, "ooInetHTTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPProxyPort", "9"),
    (_PROXY, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPSProxyPort", "9"),
)
"""Macros off, links never followed, and a proxy that leads nowhere: a document must not reach out while it is read."""


def find_converter() -> str | None:
    """The path of LibreOffice on this machine; None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert_to_docx(data: bytes, kind: str) -> bytes:
    """The content as .docx; ``kind`` is the suffix of the old format.

    Raises :class:`UnreadableDocument`: ``needs-converter`` when LibreOffice is missing or takes too long, ``damaged``
    when it cannot read the file.
    """
    program = find_converter()
    if program is None:
        raise messages.needs_converter(f".{kind}", "máy chủ chưa cài bộ chuyển đổi LibreOffice")
    with tempfile.TemporaryDirectory(prefix="vanban-") as folder_name:
        folder = Path(folder_name)
        source = folder / f"source.{kind}"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_profile(), encoding="utf-8")
        _run(program, folder, source)
        result = folder / "out" / "source.docx"
        if not result.is_file():
            raise messages.unreadable("damaged")
        return result.read_bytes()


def _run(program: str, folder: Path, source: Path) -> None:
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - a fixed program on a file of our own making, without a shell
        command,
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout=_TIME_LIMIT_SECONDS)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise messages.needs_converter(source.suffix, "chuyển đổi quá lâu nên đã dừng") from error


def _profile() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _LOCKED_DOWN
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f"{items}</oor:items>"
    )
