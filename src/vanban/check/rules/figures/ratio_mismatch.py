"""SL001 ratio-mismatch: tỷ lệ phần trăm không khớp với tử số và mẫu số in cạnh nó.

Kiểm tra gì: mọi cụm "a/b (p%)", "p% (a/b)", "a trên b …, đạt p%" được tính lại, sai số theo số chữ số thập phân đã in.
Vì sao: số liệu sai được trích lại ở báo cáo khác; thường chỉ một trong ba số bị gõ nhầm.
Ví dụ: "đạt 40% (50/200)".
Nên viết: "đạt 25% (50/200)", hoặc sửa đúng tử số, mẫu số.
Mức an toàn khi sửa: không tự sửa; nêu các số khác trong văn bản làm cho tỷ lệ khớp để người soạn chọn.
Căn cứ: phép tính.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures, vietnamese
from vanban.check.rules.figures.reading.ratios import Ratio, fractions, ratios, tolerance
from vanban.check.rules.figures.reading.slips import is_swapped
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_SMALLEST_CANDIDATE = 20
_MOST_CANDIDATES = 3
_MOST_LOOKED_AT = 200
_LEAST = Decimal("0.001")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Recompute every printed ratio of the document."""
    for ratio in document.once(ratios):
        if not ratio.holds:
            yield RULE.at(
                document,
                ratio.start,
                ratio.end,
                _message(ratio) + _printed_again(document, ratio),
                candidates=_candidates(document, ratio),
                severity=Severity.WARNING if _is_cut_off(ratio) else Severity.ERROR,
            )


def seen(document: CheckedDocument) -> Seen:
    """How many ratios there are and how many can be recomputed."""
    known = document.once(ratios)
    return Seen("tỷ lệ", len(known), sum(ratio.fraction.whole.amount != 0 for ratio in known))


def _actual(ratio: Ratio) -> Decimal:
    per = 1000 if ratio.percent.unit == "‰" else 100
    return ratio.fraction.part.amount * per / ratio.fraction.whole.amount


def _message(ratio: Ratio) -> str:
    part, whole, percent = ratio.fraction.part, ratio.fraction.whole, ratio.percent
    decimals = max(1, -int(percent.step.logb()))
    actual = vietnamese(_actual(ratio), decimals)
    swapped = "; có lẽ hai chữ số của tỷ lệ bị đảo" if is_swapped(actual, percent.text) else ""
    return f"{part.text}/{whole.text} = {actual}{percent.unit}, không phải {percent.text}{percent.unit}{swapped}"


def _printed_again(document: CheckedDocument, ratio: Ratio) -> str:
    """A pasted fraction is printed once more where it belongs, with the percentage that fits."""
    other = document.once(_holding).get((ratio.fraction.part.amount, ratio.fraction.whole.amount))
    if other is None:
        return ""
    return f"; chính hai số này còn được in cùng {other.percent.text}{other.percent.unit}, có lẽ đã dán nhầm"


def _holding(document: CheckedDocument) -> dict[tuple[Decimal, Decimal], Ratio]:
    """The ratios that hold, by their two numbers."""
    known = document.once(ratios)
    return {(one.fraction.part.amount, one.fraction.whole.amount): one for one in known if one.holds}


def _is_cut_off(ratio: Ratio) -> bool:
    """True when the last digit was cut off or rounded up: less than one unit of the last place away."""
    return abs(_actual(ratio) - ratio.percent.value) < ratio.percent.step


def _candidates(document: CheckedDocument, ratio: Ratio) -> tuple[Candidate, ...]:
    """Figures printed elsewhere that explain the percentage: denominators, or numerators when there is none.

    A pasted denominator is the common slip; a numerator is proposed only when no denominator fits. Figures that are
    denominators of other fractions come first.
    """
    part, whole, percent = ratio.fraction.part.amount, ratio.fraction.whole.amount, ratio.percent
    low, high = tolerance(percent)
    per = 1000 if percent.unit == "‰" else 100
    least, most = max(percent.value - low, _LEAST), percent.value + high
    denominators = _printed(document, part * per / most, part * per / least, without={part, whole})
    if denominators:
        return tuple(_candidate("denominator", one) for one in denominators)
    numerators = _printed(document, whole * least / per, whole * most / per, without={part, whole})
    return tuple(_candidate("numerator", one) for one in numerators)


def _printed(document: CheckedDocument, least: Decimal, most: Decimal, *, without: set[Decimal]) -> list[Figure]:
    """Counts of the document from ``least`` to ``most``, the likeliest first."""
    amounts, first = document.once(_counts)
    near = amounts[bisect_left(amounts, least) : bisect_right(amounts, most)][:_MOST_LOOKED_AT]
    wholes = document.once(_wholes)
    fitting = [first[amount] for amount in near if amount not in without]
    return sorted(fitting, key=lambda one: (-wholes[one.amount], one.start))[:_MOST_CANDIDATES]


def _counts(document: CheckedDocument) -> tuple[list[Decimal], dict[Decimal, Figure]]:
    """The amounts printed in the document in order, and where each is printed first; small ones explain anything."""
    first: dict[Decimal, Figure] = {}
    for figure in document.once(figures):
        if figure.role is Role.COUNT and figure.amount >= _SMALLEST_CANDIDATE:
            first.setdefault(figure.amount, figure)
    return sorted(first), first


def _wholes(document: CheckedDocument) -> Counter[Decimal]:
    return Counter(fraction.whole.amount for fraction in document.once(fractions))


def _candidate(part: str, figure: Figure) -> Candidate:
    return Candidate(part, figure.text, f"{figure.text} được in ở nơi khác và làm tỷ lệ khớp")


RULE = Rule(
    "SL001", "ratio-mismatch", "Tỷ lệ phần trăm không khớp với tử số và mẫu số", Severity.ERROR, check, seen=seen
)
