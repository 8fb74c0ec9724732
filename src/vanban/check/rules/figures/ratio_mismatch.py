"""SL001 ratio-mismatch: tỷ lệ phần trăm không khớp với tử số và mẫu số in cạnh nó.

Kiểm tra gì: mọi cụm "a/b (p%)", "p% (a/b)", "a trên b …, đạt p%" được tính lại, sai số theo số chữ số thập phân đã in.
Vì sao: số liệu sai được trích lại ở báo cáo khác; thường chỉ một trong ba số bị gõ nhầm.
Ví dụ: "đạt 40% (50/200)".
Nên viết: "đạt 25% (50/200)", hoặc sửa đúng tử số, mẫu số.
Mức an toàn khi sửa: không tự sửa; nêu các số khác trong văn bản làm cho tỷ lệ khớp để người soạn chọn.
Căn cứ: phép tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_INTEGER = r"\d{1,3}(?:\.\d{3})+|\d+"
_PERCENT = r"(?P<percent>\d{1,3}(?:,\d{1,2})?)\s*%"
_RATIO = rf"(?P<numerator>{_INTEGER})\s*/\s*(?P<denominator>{_INTEGER})(?![\d/.,]*\d)"
_UNITS = r"(?:\s+(?:[^\W\d_]+)){0,4}"
_APPROXIMATELY = r"(?P<about>(?:khoảng|gần|trên|hơn|xấp\s+xỉ)\s+)?"
_PATTERNS = (
    re.compile(rf"{_APPROXIMATELY}{_PERCENT}(?:\s+[^\W\d_]+){{0,5}}\s*\(?\s*(?<![\d/]){_RATIO}\)?", re.I),
    re.compile(
        rf"(?<![\d/.,]){_RATIO}{_UNITS}\s*\((?:đạt|chiếm|tỷ\s+lệ|bằng|tương\s+đương|tương\s+ứng)?\s*(?:tỷ\s+lệ\s+)?{_APPROXIMATELY}{_PERCENT}\)",
        re.I,
    ),
    re.compile(
        rf"(?<![\d/.,])(?P<numerator>{_INTEGER})(?:\s+[^\W\d_]+){{1,3}}\s+trên\s+(?P<denominator>{_INTEGER})(?:\s+[^\W\d_]+){{0,6}}\s*[,(]\s*(?:đạt|chiếm)\s+(?:tỷ\s+lệ\s+)?{_APPROXIMATELY}{_PERCENT}\)?",
        re.I,
    ),
)
_PRINTED_NUMBER = re.compile(rf"(?<![\d/.,])(?:{_INTEGER})(?![\d,]*%)(?![.,]?\d)")
_SMALLEST_CANDIDATE = 20
_YEARS = range(1900, 2101)
_MOST_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class _Ratio:
    numerator: int
    denominator: int
    percent: Decimal
    tolerance: Decimal

    def agrees(self, numerator: int, denominator: int) -> bool:
        """True when the percentage is that of the two numbers, within its printed precision."""
        if denominator == 0:
            return False
        return abs(Decimal(numerator) * 100 / Decimal(denominator) - self.percent) <= self.tolerance


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Recompute every printed ratio of the document."""
    text = document.text
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            ratio = _ratio(found)
            if ratio.denominator and not ratio.agrees(ratio.numerator, ratio.denominator):
                yield _finding(text, found, ratio)


def _ratio(found: re.Match[str]) -> _Ratio:
    percent = Decimal(found.group("percent").replace(",", "."))
    exponent = percent.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    tolerance = step if found.group("about") else step / 2
    return _Ratio(_number(found.group("numerator")), _number(found.group("denominator")), percent, tolerance)


def _number(printed: str) -> int:
    return int(printed.replace(".", ""))


def _finding(text: str, found: re.Match[str], ratio: _Ratio) -> Finding:
    numerator, denominator, percent = (found.group(name) for name in ("numerator", "denominator", "percent"))
    actual = _vietnamese(Decimal(ratio.numerator) * 100 / Decimal(ratio.denominator))
    message = f"{numerator}/{denominator} = {actual}%, không phải {percent}%"
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    end = found.start() + len(found.group().rstrip())
    candidates = tuple(_candidates(text, ratio))
    return Finding(RULE.code, RULE.name, Severity.ERROR, text[start:end], start, end, message, candidates=candidates)


def _vietnamese(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1'))}".replace(".", ",")


def _candidates(text: str, ratio: _Ratio) -> list[Candidate]:
    """Figures printed elsewhere that explain the percentage: denominators, or numerators when there is none.

    A pasted denominator is the common slip; a numerator is proposed only when no denominator fits.
    """
    found: list[Candidate] = []
    seen: set[tuple[str, int]] = set()
    for match in _PRINTED_NUMBER.finditer(text):
        value = _number(match.group())
        if value < _SMALLEST_CANDIDATE or (value in _YEARS and "." not in match.group()):
            continue
        for part, agrees in (
            ("denominator", ratio.agrees(ratio.numerator, value)),
            ("numerator", ratio.agrees(value, ratio.denominator)),
        ):
            if agrees and (part, value) not in seen and value not in (ratio.numerator, ratio.denominator):
                seen.add((part, value))
                found.append(Candidate(part, match.group(), f"{match.group()} được in ở nơi khác và làm tỷ lệ khớp"))
    denominators = [one for one in found if one.part == "denominator"]
    return (denominators or found)[:_MOST_CANDIDATES]


RULE = Rule("SL001", "ratio-mismatch", "Tỷ lệ phần trăm không khớp với tử số và mẫu số", Severity.ERROR, check)
