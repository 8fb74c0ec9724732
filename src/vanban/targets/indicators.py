"""The indicator of a target: what is measured, the clause without its figure, operator, period and verb of reaching."""

from __future__ import annotations

import re

from vanban.targets.quantities import Quantity
from vanban.types import Span

_PERIOD = re.compile(
    r"(?P<compared>so\s+với\s+năm\s+\d{4})|\s*,?\s*\b(?:(?:đến|vào|trong|từ)\s+)?(?:hết\s+|cuối\s+)*(?:năm\s+\d{4}(?:\s+trở\s+đi)?|giai\s+đoạn\s+\d{4}\s*[-–]\s*\d{4})\s*,?",
    re.I,
)
_REACHING = re.compile(
    r"(?:\s*\b(?:phấn\s+đấu|dự\s+kiến|đạt(?:\s+(?:mức|được))?|chiếm|là|ở\s+mức|có|xuống|còn|mức))+\s*:?$|\s*:$", re.I
)
_OPENING = re.compile(r"^(?:phấn\s+đấu|ph[ấầ]n\s+đ[ấầ]u|có|đạt|và)\s+", re.I)
_BEHIND = re.compile(r"^\s*(?:trở\s+lên|trở\s+xuống)\b", re.I)


def _without_period(text: str) -> str:
    """The text without its periods; a year that is compared with belongs to what is measured."""
    return _PERIOD.sub(lambda found: found.group("compared") or " ", text)


def indicator_of(text: str, span: Span, figure: Quantity) -> str:
    """What ``text[span]`` measures; for a counted noun the noun stays, being what is counted."""
    counted = figure.unit if figure.unit and text[figure.end - len(figure.unit) : figure.end] == figure.unit else ""
    noun = counted if counted and counted[0].isalpha() and figure.unit == counted and figure.measure == 1 else ""
    before = _REACHING.sub("", _without_period(text[span.start : max(span.start, figure.begin)]).rstrip())
    behind = _BEHIND.sub("", _without_period(text[figure.end : span.end]))
    joined = " ".join(f"{before} {noun} {behind}".split())
    return _OPENING.sub("", joined).strip(" ,;:()–-")
