"""The file ``vanban.toml``: which rules run at a site, how grave they are, and exceptions, each with its reason.

preview = false
select = ["SL", "TG"]
ignore = ["SL018"]

[severity]
TG004 = "warning"

[[exceptions]]
code = "SL001"
text = "25/1.045 người"
reason = "Số liệu chốt ngày khác, đã đối chiếu."
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vanban.check.registry import FAMILIES, RULES
from vanban.check.settings import Excepted, Settings, unknown_names
from vanban.results import Severity

FILE_NAME = "vanban.toml"
_KEYS = frozenset({"select", "ignore", "preview", "severity", "exceptions"})
_EXCEPTION_KEYS = frozenset({"code", "text", "file", "reason"})


class BadConfig(Exception):
    """A configuration that cannot be used. ``message`` says in Vietnamese what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def find_config(folder: Path) -> Path | None:
    """The nearest ``vanban.toml`` in ``folder`` or above it."""
    here = folder.resolve()
    return next((path for level in (here, *here.parents) if (path := level / FILE_NAME).is_file()), None)


def load_config(path: Path) -> Settings:
    """The settings of the file at ``path``. Raises :class:`BadConfig`."""
    try:
        return parse_config(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadConfig(f"không mở được tệp cấu hình ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadConfig("tệp cấu hình không phải UTF-8; hãy lưu lại bằng UTF-8") from error


def parse_config(text: str) -> Settings:
    """The settings that ``text`` writes in TOML. Raises :class:`BadConfig`."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"tệp cấu hình sai cú pháp TOML: {error}") from error
    _refuse_unknown(written, _KEYS, "tệp cấu hình")
    preview = written.get("preview", False)
    if not isinstance(preview, bool):
        raise BadConfig("preview phải là true hoặc false")
    return Settings(
        select=_names(written, "select"),
        ignore=_names(written, "ignore"),
        preview=preview,
        severity=_severities(written.get("severity", {})),
        exceptions=tuple(_exception(number, one) for number, one in enumerate(_list(written, "exceptions"), 1)),
    )


def known_names(names: tuple[str, ...], where: str) -> tuple[str, ...]:
    """``names``, when each of them names a rule or a family. Raises :class:`BadConfig`."""
    unknown = [name for name in unknown_names(names, RULES) if name not in FAMILIES]
    if unknown:
        raise BadConfig(
            f"{where}: không có quy tắc hoặc nhóm nào tên {', '.join(unknown)}; xem vanban check --show-rules"
        )
    return names


def _list(written: Mapping[str, Any], key: str) -> list[Any]:
    value = written.get(key, [])
    if not isinstance(value, list):
        raise BadConfig(f"{key} phải là một danh sách")
    return value


def _names(written: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = _list(written, key)
    if not all(isinstance(value, str) for value in values):
        raise BadConfig(f"{key} phải là danh sách mã hoặc nhóm quy tắc, đặt trong ngoặc kép")
    return known_names(tuple(values), key)


def _severities(written: Any) -> dict[str, Severity]:
    levels = ", ".join(severity.value for severity in Severity)
    if not isinstance(written, dict):
        raise BadConfig("severity phải là một bảng [severity]")
    known_names(tuple(written), "severity")
    for code, level in written.items():
        if level not in set(Severity):
            raise BadConfig(f"severity của {code} phải là một trong: {levels}")
    return {code: Severity(level) for code, level in written.items()}


def _exception(number: int, written: Any) -> Excepted:
    where = f"ngoại lệ thứ {number}"
    if not isinstance(written, dict) or not all(isinstance(value, str) for value in written.values()):
        raise BadConfig(f"{where} phải là một bảng [[exceptions]] gồm các dòng chữ")
    _refuse_unknown(written, _EXCEPTION_KEYS, where)
    code, text, file = (written.get(key, "").strip() for key in ("code", "text", "file"))
    reason = written.get("reason", "").strip()
    if not reason:
        raise BadConfig(f"{where} thiếu reason; mỗi ngoại lệ phải ghi lý do")
    if not code:
        raise BadConfig(f"{where} thiếu code; ghi mã quy tắc như SL001")
    if not text and not file:
        raise BadConfig(f"{where} thiếu text hoặc file; ngoại lệ phải nói rõ cho câu chữ nào hoặc tệp nào")
    known_names((code,), where)
    return Excepted(code, reason, text, file)


def _refuse_unknown(written: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = sorted(set(written) - known)
    if unknown:
        raise BadConfig(f"{where}: không hiểu {', '.join(unknown)}; chỉ nhận {', '.join(sorted(known))}")
