"""VD005 two-dates-for-one-document: cùng số, ký hiệu mà ghi hai ngày khác nhau.

Kiểm tra gì: các lần viện dẫn cùng số, ký hiệu, cùng cơ quan: ngày khác nhau trong một năm, hoặc chỉ khác năm.
Vì sao: một trong hai ngày sai; số không dùng lại trong một năm.
Ví dụ: "Quyết định số 749/QĐ-TTg ngày 03/6/2020", rồi "Quyết định số 749/QĐ-TTg ngày 06/3/2020".
Nên viết: cùng một ngày, đúng bản gốc.
Mức an toàn khi sửa: không tự sửa; nêu ngày đã in ở chỗ khác.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from vanban.check.days import shown
from vanban.check.rule import Rule, Seen
from vanban.check.rules.citations.reading import Citation, by_document, same_issuer
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the dates of every document that is cited twice with the one printed most."""
    for group in document.once(by_document).values():
        dated = [one for one in group if one.issued_on and _fits(one)]
        if len({one.issued_on for one in dated}) < 2:
            continue
        usual = _usual(dated)
        for one in dated:
            if usual.issued_on and one.issued_on and same_issuer(usual, one) and _clash(usual, one):
                other = shown(usual.issued_on)
                message = f"Văn bản này ghi ngày {shown(one.issued_on)}, chỗ khác ghi {other}; đối chiếu bản gốc."
                candidates = (Candidate("date", other, "ngày in ở chỗ khác của cùng số, ký hiệu"),)
                yield RULE.at(document, one.start, one.end, message, candidates=candidates)


def seen(document: CheckedDocument) -> Seen:
    """How many documents are cited more than once, and how many of them with two dates to compare."""
    groups = [group for group in document.once(by_document).values() if len(group) > 1]
    return Seen("văn bản được viện dẫn nhiều lần", len(groups), sum(_dates(group) > 1 for group in groups))


def _dates(group: tuple[Citation, ...]) -> int:
    return sum(one.issued_on is not None for one in group)


def _usual(dated: list[Citation]) -> Citation:
    """The citation whose date is to be believed: printed most, then printed first."""
    printed = Counter(one.issued_on for one in dated)
    return max(dated, key=lambda one: (printed[one.issued_on], -one.start))


def _fits(one: Citation) -> bool:
    """A date of another year than the symbol's is a defect of its own (VD007)."""
    return one.symbol_year is None or (one.issued_on is not None and one.issued_on.year == one.symbol_year)


def _clash(first: Citation, second: Citation) -> bool:
    mine, theirs = first.issued_on, second.issued_on
    if mine is None or theirs is None or mine == theirs:
        return False
    return first.symbol_year is not None or mine.year == theirs.year or _same_day(mine, theirs)


def _same_day(mine: date, theirs: date) -> bool:
    return (mine.day, mine.month) == (theirs.day, theirs.month)


RULE = Rule("VD005", "two-dates-for-one-document", "Một văn bản ghi hai ngày", Severity.ERROR, check, seen=seen)
