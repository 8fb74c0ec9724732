"""SL024 percentage-restated: tỷ lệ nhắc lại ở câu sau lệch chút ít với tỷ lệ đã in.

Kiểm tra gì: hai tỷ lệ ở hai câu, lệch nhau không quá nửa điểm, cùng đứng ngay sau một cụm từ ("còn thiếu", …), không
câu nào nêu mốc thời gian hay so sánh; tỷ lệ đã có tử số và mẫu số riêng thì không xét.
Vì sao: phần đánh giá nhắc lại số của phần tình hình nhưng lấy từ bản thảo cũ.
Ví dụ: "còn thiếu 760 người (13,8%)" rồi "số còn thiếu tới 13,5% biên chế".
Nên viết: cùng một tỷ lệ ở cả hai nơi.
Mức an toàn khi sửa: không tự sửa; người soạn xác nhận hai chỗ nói về cùng một số liệu.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between, word_set
from vanban.check.rules.figures.reading.ratios import ratios
from vanban.check.rules.figures.reading.sentences import counting_sentences
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity
from vanban.types import Span

_WORD = re.compile(r"[^\W\d_]+")
_ELSEWHEN = re.compile(
    r"\b(?:năm|tháng|quý|cùng\s+kỳ|kế\s+hoạch|mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|dự\s+kiến|so\s+với|tăng|giảm|từ)\b", re.I
)
_COMMON = word_set("tỷ tỉ lệ đạt chiếm là được có với khoảng trên dưới cán bộ công chức viên người hộ và của")
_NEAREST = Decimal("0.5")
_WORDS_BEFORE = 5
_REACH = 60
_MOST_KEPT = 20


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare percentages of different sentences that follow the same phrase."""
    recomputed = {ratio.percent.start for ratio in document.once(ratios)}
    known: dict[str, list[Figure]] = {}
    for sentence in document.once(counting_sentences):
        here: list[tuple[str, Figure]] = []
        for figure in figures_between(document, sentence.start, sentence.end):
            if figure.role is Role.PERCENT and figure.step < 1 and not figure.about and figure.start not in recomputed:
                phrases = _phrases(document.text, sentence, figure)
                others = (one for phrase in phrases for one in known.get(phrase, ()) if _is_near(one, figure))
                other = next(others, None)
                if other:
                    yield _finding(document, other, figure)
                here += [(phrase, figure) for phrase in phrases]
        for phrase, figure in here:
            before = known.setdefault(phrase, [])
            if len(before) < _MOST_KEPT:
                before.append(figure)


def _phrases(text: str, sentence: Span, figure: Figure) -> list[str]:
    """Pairs of words before a percentage, common ones left out; none where the sentence speaks of another time."""
    before = text[max(sentence.start, figure.start - _REACH) : figure.start].lower()
    if _ELSEWHEN.search(before):
        return []
    words = _WORD.findall(before)[-_WORDS_BEFORE:]
    return [f"{one} {two}" for one, two in pairwise(words) if one not in _COMMON and two not in _COMMON]


def _is_near(one: Figure, other: Figure) -> bool:
    return 0 < abs(one.value - other.value) <= _NEAREST


def _finding(document: CheckedDocument, first: Figure, figure: Figure) -> Finding:
    message = f"Ở trên in {first.text}%, ở đây in {figure.text}%; nếu cùng một số liệu thì thống nhất một tỷ lệ."
    candidate = Candidate("percent", first.text, f"{first.text}% được in ở trên")
    return RULE.at(document, figure.start, figure.tail, message, candidates=(candidate,))


RULE = Rule("SL024", "percentage-restated", "Tỷ lệ nhắc lại lệch với tỷ lệ đã in", Severity.WARNING, check)
