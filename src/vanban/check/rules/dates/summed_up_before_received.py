"""TG023 summed-up-before-received: hạn tổng hợp báo cáo sớm hơn hạn các nơi gửi báo cáo.

Kiểm tra gì: hạn định kỳ (tháng, quý, 6 tháng, năm) của nơi gửi "để … tổng hợp" so với hạn của nơi "tổng hợp, báo cáo".
Vì sao: nơi tổng hợp phải báo cáo khi chưa nhận được báo cáo của các nơi.
Ví dụ: các sở gửi báo cáo "6 tháng (trước ngày 16/6)", Sở Nội vụ tổng hợp báo cáo "6 tháng (trước ngày 18/5)".
Nên viết: Sở Nội vụ tổng hợp báo cáo "6 tháng (trước ngày 18/6)".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.check.places import body_spans
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Span

_PERIODIC = re.compile(
    r"\b(?P<period>(?:0?6|sáu)\s+tháng(?:\s+đầu\s+năm)?|quý|năm)\b[^.;()\d]{0,24}\(?\s*"
    r"(?P<due>trước\s+ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2}))(?![\d/])",
    re.I,
)
_SUMS_UP = re.compile(r"\btổng\s+hợp,?\s+(?:báo\s+cáo|trình|tham\s+mưu)", re.I)
_TO_SUM_UP = re.compile(r"\b(?:để|gửi\s|về\s|qua\s)[^.;]{0,80}\btổng\s+hợp", re.I)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of a periodic report: month and day, and where it is printed."""

    period: str
    day: tuple[int, int]
    place: Span


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the terms of those who send with those of the one who sums up."""
    sent: dict[str, set[tuple[int, int]]] = {}
    summed: list[_Term] = []
    for place in document.once(body_spans):
        for sentence_term, collects in _terms(document.text, place):
            if collects:
                summed.append(sentence_term)
            else:
                sent.setdefault(sentence_term.period, set()).add(sentence_term.day)
    for term in summed:
        earliest = min(sent.get(term.period, {term.day}))
        if term.day < earliest:
            message = f"Hạn tổng hợp ({_shown(term.day)}) sớm hơn hạn các nơi gửi báo cáo ({_shown(earliest)})."
            yield RULE.at(document, *term.place, message)


def _terms(text: str, place: Span) -> Iterator[tuple[_Term, bool]]:
    """The terms of one paragraph, each with whether its body sums up the reports of others."""
    if "tổng hợp" not in text[place.start : place.end].lower():
        return
    for found in _PERIODIC.finditer(text, *place):
        day = (int(found["month"]), int(found["day"]))
        term = _Term(" ".join(found["period"].lower().split())[:2], day, Span(*found.span("due")))
        if _SUMS_UP.search(text, place.start, found.start()):
            yield term, True
        elif _TO_SUM_UP.search(text, found.end(), place.end):
            yield term, False


def _shown(day: tuple[int, int]) -> str:
    return f"{day[1]}/{day[0]}"


RULE = Rule("TG023", "summed-up-before-received", "Hạn tổng hợp sớm hơn hạn gửi báo cáo", Severity.WARNING, check)
