"""The body to which a document wants difficulties told: "khó khăn, vướng mắc đề nghị phản ánh về Sở Nội vụ"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.text.bodies import Body, parse_body_list
from vanban.text.sentences import sentences
from vanban.text.tokens import Tokens
from vanban.types import Span

_HINDRANCE = re.compile(r"\b(?:khó\s+khăn|vướng\s+mắc)\b", re.I)
# It is spoken of a case that may come: "tổng hợp khó khăn, vướng mắc" alone is work, and no way for others.
_CASE = re.compile(r"\b(?:nếu|quá\s+trình|khi\s+có|phát\s+sinh|mọi)\b", re.I)
_THROUGH = re.compile(r"\s*\(?\s*(?:thông\s+)?qua\s+", re.I)
# What is done with a difficulty, up to the body that gets it; "kịp thời", "bằng văn bản" may stand between.
_TOLD_TO = re.compile(
    r"""\b(?:phản\s+ánh|phản\s+hồi|báo\s+cáo|báo|gửi|thông\s+tin|liên\s+hệ|trao\s+đổi|kiến\s+nghị|đề\s+xuất|tổng\s+hợp)
    (?:\s+(?:kịp\s+thời|ngay|bằng\s+văn\s+bản|trực\s+tiếp|gửi|báo\s+cáo|phản\s+ánh))*
    (?:\s+(?:về|đến|tới|với|cho|qua|lên))?\s+""",
    re.I | re.X,
)
_LONGEST_WAY = 400
"""Characters between the difficulty and the body: further away, another clause is meant."""


@dataclass(frozen=True, slots=True)
class DifficultyRoute:
    """The body that takes difficulties, and the sentence that says so."""

    body: Body
    sentence: Span


def difficulty_route(text: str) -> DifficultyRoute | None:
    """Return where the document wants difficulties told; None when it names nobody.

    The last sentence that says so counts: it closes the document and speaks of all its work.
    """
    found = None
    for hindrance in _HINDRANCE.finditer(text):
        sentence = _sentence_around(text, hindrance.start())
        if not _CASE.search(text, *sentence):
            continue
        body = _body_after(text, hindrance.end(), min(sentence.end, hindrance.end() + _LONGEST_WAY))
        if body is not None:
            found = DifficultyRoute(body, sentence)
    return found


def _body_after(text: str, start: int, end: int) -> Body | None:
    for told in _TOLD_TO.finditer(text, start, end):
        body = _body_at(text, told.end(), end)
        if body is not None:
            through = _THROUGH.match(text, body.end, end)
            return (_body_at(text, through.end(), end) if through else None) or body
    return None


def _body_at(text: str, start: int, end: int) -> Body | None:
    tokens = Tokens(text, start, end)
    listed = parse_body_list(tokens, 0) if len(tokens) else None
    return None if listed is None or listed.bodies[0].group else listed.bodies[0]


def _sentence_around(text: str, at: int) -> Span:
    """The sentence of the paragraph in which an offset lies."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    last = len(text) if last < 0 else last
    return next((one for one in sentences(text, first, last) if one.end > at), Span(first, last))
