"""SL015 figure-transposed: một mẫu số khác mẫu số in ở nơi khác chỉ vì hai chữ số bị đảo.

Kiểm tra gì: mẫu số chỉ in một lần mà đảo hai chữ số liền nhau thì bằng một mẫu số in từ hai lần trở lên.
Vì sao: gõ nhầm thứ tự chữ số; tỷ lệ lệch ít nên khó thấy bằng mắt.
Ví dụ: "206/1.054 người …, 25/1.045 người".
Nên viết: "206/1.054 người …, 25/1.054 người".
Mức an toàn khi sửa: đề xuất; người soạn đối chiếu số liệu gốc.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.ratios import fractions, ratios
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_FEWEST_DIGITS = 3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for denominators that are another one with two digits swapped."""
    known = document.once(fractions)
    printed = Counter(fraction.whole.text for fraction in known)
    wrong = {ratio.fraction.whole.start for ratio in document.once(ratios) if not ratio.holds}
    for fraction in known:
        whole = fraction.whole
        if printed[whole.text] > 1 or sum(char.isdigit() for char in whole.text) < _FEWEST_DIGITS:
            continue
        usual = next((other for other in _swapped(whole.text) if printed[other] > 1), None)
        if usual:
            yield RULE.at(
                document,
                whole.start,
                whole.end,
                f"{whole.text} có lẽ là {usual} bị đảo chữ số; {usual} được in {printed[usual]} lần làm mẫu số.",
                candidates=(Candidate("denominator", usual, f"{usual} là mẫu số ở {printed[usual]} nơi khác"),),
                severity=Severity.ERROR if whole.start in wrong else Severity.WARNING,
            )


def _swapped(printed: str) -> Iterator[str]:
    """``printed`` with each two neighbouring digits swapped; the points between thousands stay."""
    places = [at for at, char in enumerate(printed) if char.isdigit()]
    for one, other in pairwise(places):
        if printed[one] != printed[other]:
            chars = list(printed)
            chars[one], chars[other] = chars[other], chars[one]
            yield "".join(chars)


RULE = Rule("SL015", "figure-transposed", "Hai chữ số bị đảo chỗ", Severity.WARNING, check)
