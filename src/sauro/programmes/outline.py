"""The outline of a template as text that a clerk can write: headings, what stands under them, words to start from.

Lines before the first heading are ``trích yếu: …``, ``mở đầu: …`` and ``nơi nhận: …`` (once for each receiver). ``# Đề
mục``, ``## Đề mục`` and ``### Đề mục`` are headings of three levels, followed by ``[nhiệm vụ]`` or ``[chỉ tiêu]``
where lines stand below. Other lines are running text. ``{xã}`` and the other words of :data:`PLACEHOLDERS` are filled
in when a programme starts. Lines that begin with ``//`` are notes for the office. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from vanban.text.normalize import fold, nfc

DEEPEST = 3
LONGEST_TITLE = 400
PLACEHOLDERS = ("đơn vị", "xã", "tỉnh", "năm đầu", "năm cuối")
"""Words in braces: the issuing body, its territory with and without the province, the first and the last year."""
_ROLES = {"nhiem vu": "tasks", "chi tieu": "targets"}
_HEADING = re.compile(r"(?P<marks>#+)\s*(?P<title>.*?)\s*(?:\[(?P<role>[^\]]*)\])?\s*")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_META = {"trich yeu": "subject", "mo dau": "opening", "noi nhan": "recipients"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level (1 to 3), its role (``text``, ``tasks`` or ``targets``) and the text below it."""

    level: int
    title: str
    role: str = "text"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a programme starts from."""

    subject: str = ""
    opening: str = ""
    recipients: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()

    def filled(self, words: Mapping[str, str]) -> Outline:
        """Return the outline with its placeholders replaced by ``words``."""

        def fill(text: str) -> str:
            return _PLACEHOLDER.sub(lambda found: words.get(nfc(found[1]).strip(), found[0]), text)

        return Outline(
            fill(self.subject), fill(self.opening), tuple(fill(one) for one in self.recipients),
            tuple(replace(one, title=fill(one.title), text=fill(one.text)) for one in self.headings),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutlineFault:
    """What is wrong in one line; ``line`` counts from 1."""

    line: int
    message: str

    def __str__(self) -> str:
        return _("Dòng %(line)s: %(message)s") % {"line": self.line, "message": self.message}


@dataclass
class _Reading:
    meta: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _META.values()})
    headings: list[Heading] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    faults: list[OutlineFault] = field(default_factory=list)

    def close(self) -> None:
        if self.headings:
            self.headings[-1] = replace(self.headings[-1], text="\n".join(self.lines).strip())
        self.lines = []


def read_outline(text: str) -> tuple[Outline, tuple[OutlineFault, ...]]:
    """Return the outline of ``text`` and every fault in it. With faults the outline is what could be read."""
    reading = _Reading()
    for number, line in enumerate(nfc(text).splitlines(), 1):
        reading.faults += (OutlineFault(number, one) for one in _bad_placeholders(line))
        if line.startswith("//"):
            continue
        if line.startswith("#"):
            _read_heading(reading, number, line)
        elif reading.headings:
            reading.lines.append(line.rstrip())
        elif line.strip():
            _read_meta(reading, number, line)
    reading.close()
    if not reading.headings:
        reading.faults.append(OutlineFault(1, _("Đề cương chưa có đề mục nào. Đề mục bắt đầu bằng dấu #.")))
    meta = reading.meta
    return (
        Outline(
            " ".join(meta["subject"]), "\n".join(meta["opening"]), tuple(meta["recipients"]), tuple(reading.headings)
        ),
        tuple(reading.faults),
    )


def _read_heading(reading: _Reading, number: int, line: str) -> None:
    reading.close()
    found = _HEADING.fullmatch(line)
    level = len(found["marks"]) if found else 1
    title = found["title"] if found else line.lstrip("# ")
    role = "text"
    for message in _bad_heading(reading, level, title):
        reading.faults.append(OutlineFault(number, message))
    if found and found["role"] is not None:
        role = _ROLES.get(fold(found["role"]).strip(), "")
        if not role:
            reading.faults.append(
                OutlineFault(
                    number, _("không có loại “[%(role)s]”; chỉ có [nhiệm vụ] và [chỉ tiêu].") % {"role": found["role"]}
                )
            )
    reading.headings.append(Heading(min(level, DEEPEST), title, role or "text"))


def _bad_heading(reading: _Reading, level: int, title: str) -> Iterator[str]:
    if level > DEEPEST:
        yield _("đề mục chỉ có ba cấp: #, ##, ###.")
    above = reading.headings[-1].level if reading.headings else 0
    if level > above + 1:
        yield _("đề mục nhảy cấp; cấp trên liền kề chưa có.")
    if not title:
        yield _("đề mục chưa có tên.")
    if len(title) > LONGEST_TITLE:
        yield _("đề mục dài quá %(most)s ký tự.") % {"most": LONGEST_TITLE}


def _read_meta(reading: _Reading, number: int, line: str) -> None:
    name, colon, value = line.partition(":")
    kind = _META.get(fold(name).strip()) if colon else None
    if kind is None:
        message = _("trước đề mục đầu tiên chỉ ghi “trích yếu:”, “mở đầu:”, “nơi nhận:”.")
        reading.faults.append(OutlineFault(number, message))
    else:
        reading.meta[kind].append(value.strip())


def _bad_placeholders(line: str) -> Iterator[str]:
    for name in _PLACEHOLDER.findall(line):
        if name.strip() not in PLACEHOLDERS:
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            yield _("không có ô “{%(name)s}”; chỉ có %(known)s.") % {"name": name, "known": known}
    rest = _PLACEHOLDER.sub("", line)
    if "{" in rest or "}" in rest:
        yield _("dấu ngoặc nhọn mở, đóng không khớp.")
