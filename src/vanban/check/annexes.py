"""The annexes of a document: their titles and numbers, and where its text points to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.check.numbering import roman_value
from vanban.check.outline import own_parts
from vanban.check.subject import CheckedDocument
from vanban.structure.lines import Line

_TITLE = re.compile(
    r"\s*(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:SỐ\s*|số\s*)?(?P<number>[IVX]{1,5}|\d{1,2})\b)?[\s.:*–—-]*(?:$|[^\W\d_]|\()"
)
_OTHER_TITLE = re.compile(r"\s*(?:DANH\s+MỤC|BIỂU\s+MẪU|BẢNG\s+PHÂN\s+CÔNG|MẪU\s|ĐỀ\s+CƯƠNG)")
_CITATION = re.compile(
    r"\b[Pp]hụ\s+lục(?:\s+số)?(?:\s+(?P<number>[IVX]{1,5}|\d{1,2})(?![\w/-]|\.\d))?"
    r"(?P<attached>[^.;,()]{0,25}?\s(?:kèm\s+theo|đính\s+kèm|gửi\s+kèm))?"
)
_OF_ANOTHER = re.compile(
    r"[^.;]{0,60}?(?:Nghị\s+định|Thông\s+tư|Quyết\s+định|Nghị\s+quyết|Luật|Kế\s+hoạch|Hướng\s+dẫn|Quy\s+định|Công\s+văn|"
    r"Chương\s+trình|Đề\s+án|Chỉ\s+thị)(?!\s+này)"
)
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class AnnexTitle:
    """The title line of an annex, the place of the words "Phụ lục" with the number, and the number."""

    line: Line
    start: int
    end: int
    number: int | None
    is_annex: bool


@dataclass(frozen=True, slots=True)
class AnnexCitation:
    """A place that points to an annex of this very document."""

    start: int
    end: int
    number: int | None


def annex_titles(document: CheckedDocument) -> tuple[AnnexTitle, ...]:
    """Titles of annexes in every part; ask for them with ``document.once(annex_titles)``."""
    found = []
    for part in document.structure.parts[1:]:
        for line in [*part.part.head, *part.part.body]:
            title = _TITLE.match(line.text) if len(line.text) < _LONGEST_TITLE and line.table is None else None
            if title and (line.text.isupper() or len(line.text) <= len("Phụ lục số XXVIII.") or title.group("number")):
                number = title.group("number")
                end = line.start + (title.end("number") if number else len("PHỤ LỤC"))
                found.append(AnnexTitle(line, line.start, end, _value(number), is_annex=True))
            elif line is next(iter(part.part.head), None) and _OTHER_TITLE.match(line.text):
                found.append(AnnexTitle(line, line.start, line.end, None, is_annex=False))
    return tuple(found)


def annex_numbers(document: CheckedDocument) -> frozenset[int]:
    """The numbers of the annexes that are there; ask for them with ``document.once(annex_numbers)``."""
    return frozenset(title.number for title in document.once(annex_titles) if title.number is not None)


def has_annexes(document: CheckedDocument) -> bool:
    """True when the file holds anything that can be an annex; ask with ``document.once(has_annexes)``."""
    return len(document.structure.parts) > 1


def citations_of_annexes(document: CheckedDocument) -> tuple[AnnexCitation, ...]:
    """Places in its own text that point to its own annexes; ask with ``document.once(citations_of_annexes)``."""
    found = []
    for part in own_parts(document):
        for line in part.part.body:
            if "ụ lục" not in line.text:
                continue
            for citation in _CITATION.finditer(document.text, line.start, line.end):
                if (citation["attached"] or citation["number"]) and not _is_of_another(document.text, citation, line):
                    end = citation.end("number") if citation["number"] else citation.start() + len("phụ lục")
                    found.append(AnnexCitation(citation.start(), end, _value(citation["number"])))
    return tuple(found)


def _is_of_another(text: str, citation: re.Match[str], line: Line) -> bool:
    """True when the words behind name another document whose annex it is."""
    return _OF_ANOTHER.match(text, citation.end(), line.end) is not None


def _value(number: str | None) -> int | None:
    if number is None:
        return None
    return int(number) if number.isdecimal() else roman_value(number)
