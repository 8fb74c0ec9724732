"""SL001 ratio-mismatch: tỷ lệ phần trăm không khớp với tử số và mẫu số in cạnh nó.

Kiểm tra gì: mọi cụm "a/b (p%)", "p% (a/b)", "a trên b …, đạt p%" được tính lại, sai số theo số chữ số thập phân đã in.
Vì sao: số liệu sai được trích lại ở báo cáo khác; thường chỉ một trong ba số bị gõ nhầm.
Ví dụ: "đạt 40% (50/200)".
Nên viết: "đạt 25% (50/200)", hoặc sửa đúng tử số, mẫu số.
Mức an toàn khi sửa: không tự sửa; nêu các số khác trong văn bản làm cho tỷ lệ khớp để người soạn chọn.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures, vietnamese
from vanban.check.rules.figures.reading.ratios import Ratio, fractions, ratios
from vanban.check.rules.figures.reading.slips import is_swapped
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_SMALLEST_CANDIDATE = 20
_MOST_CANDIDATES = 3


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
    for other in document.once(ratios):
        same = (other.fraction.part.amount, other.fraction.whole.amount) == (
            ratio.fraction.part.amount,
            ratio.fraction.whole.amount,
        )
        if same and other.holds:
            return f"; chính hai số này còn được in cùng {other.percent.text}{other.percent.unit}, có lẽ đã dán nhầm"
    return ""


def _is_cut_off(ratio: Ratio) -> bool:
    """True when the last digit was cut off or rounded up: less than one unit of the last place away."""
    return abs(_actual(ratio) - ratio.percent.value) < ratio.percent.step


def _candidates(document: CheckedDocument, ratio: Ratio) -> tuple[Candidate, ...]:
    """Figures printed elsewhere that explain the percentage: denominators, or numerators when there is none.

    A pasted denominator is the common slip; a numerator is proposed only when no denominator fits. Figures that are
    denominators of other fractions come first.
    """
    part, whole = ratio.fraction.part, ratio.fraction.whole
    printed = [one for one in document.once(figures) if one.role is Role.COUNT and one.amount >= _SMALLEST_CANDIDATE]
    wholes = Counter(fraction.whole.amount for fraction in document.once(fractions))
    others = {one.amount: one for one in reversed(printed) if one.amount not in (part.amount, whole.amount)}
    denominators = [one for amount, one in others.items() if ratio.agrees(part.amount, amount)]
    if denominators:
        likely = sorted(denominators, key=lambda one: (-wholes[one.amount], one.start))
        return tuple(_candidate("denominator", one) for one in likely[:_MOST_CANDIDATES])
    numerators = [one for amount, one in others.items() if ratio.agrees(amount, whole.amount)]
    likely = sorted(numerators, key=lambda one: one.start)
    return tuple(_candidate("numerator", one) for one in likely[:_MOST_CANDIDATES])


def _candidate(part: str, figure: Figure) -> Candidate:
    return Candidate(part, figure.text, f"{figure.text} được in ở nơi khác và làm tỷ lệ khớp")


RULE = Rule(
    "SL001", "ratio-mismatch", "Tỷ lệ phần trăm không khớp với tử số và mẫu số", Severity.ERROR, check, seen=seen
)
