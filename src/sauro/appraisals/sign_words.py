"""What may be asked of a person, and what changed since closing, in words that accuse nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from sauro.appraisals.enums import SignCode
from sauro.appraisals.models import SheetItem, Sign
from sauro.appraisals.rules.signs import LAST_DAYS
from sauro.appraisals.rules.tasks import Task
from sauro.appraisals.selectors.work_facts import WorkFacts


def question_of(sign: Sign) -> str:
    """Return what is asked, in a sentence or two."""
    facts = sign.facts
    return {
        SignCode.SPLIT: _(
            "Các phần của cùng một việc nằm trong tháng này, số lần chưa đạt hoặc chậm của các phần khác nhau. "
            "Vì sao việc được chia như vậy?"
        ),
        SignCode.MOVED: _(
            "Thời hạn do chính đơn vị đặt đã được lùi trong %(days)d ngày cuối hoặc sau khi hết hạn. Vì sao phải lùi?"
        )
        % {"days": LAST_DAYS},
        SignCode.NO_PRODUCT: _(
            "Việc được ghi là đã xong nhưng chưa có tệp, đường dẫn, số liệu hay kết quả. Sản phẩm ở đâu?"
        ),
        SignCode.ALL_FULL: _(
            "Các tháng %(months)s liền nhau đều đạt tối đa mọi tiêu chí, không lần nào bị trừ. "
            "Kết quả nào cho thấy điều đó?"
        )
        % {"months": ", ".join(_month(text) for text in facts.get("months", ()))},
        SignCode.ALL_ALIKE: _(
            "Cả %(people)s người của đơn vị đều được điểm tối đa ở mọi tiêu chí chung. Căn cứ nào cho mức điểm này?"
        )
        % {"people": facts.get("people", "")},
    }[SignCode(sign.code)]


def moves_of(sign: Sign) -> Mapping[str, str]:
    """Return by line how its deadline was moved."""
    words = _("hạn %(old)s lùi đến %(new)s, đặt ngày %(day)s")
    moves: dict[str, str] = {}
    for item, *days in sign.facts.get("moves", ()):
        old, new, day = (f"{dt.date.fromisoformat(one):%d/%m/%Y}" for one in days)
        text = words % {"old": old, "new": new, "day": day}
        moves[item] = f"{moves[item]}; {text}" if item in moves else text
    return moves


def counts_of(task: Task) -> str:
    """Return how often a product failed and was late."""
    held = ((_("chưa đạt %(times)d lần"), task.counted_failures), (_("chậm %(times)d lần"), task.counted_late))
    return ", ".join(words % {"times": times} for words, times in held if times) or _("không bị trừ")


def changes_of(item: SheetItem, now: WorkFacts) -> Iterator[str]:
    """Yield what the work says now and did not say when the sheet was closed."""
    if item.is_done != now.is_done:
        yield _("nay đã hoàn thành trong tháng") if now.is_done else _("nay không còn là đã hoàn thành trong tháng")
    if item.is_waiting and not now.is_waiting and now.is_done:
        yield _("bên giao đã xác nhận")
    if item.given_back != now.given_back:
        yield _("nay đã bàn giao") if now.given_back else _("nay không còn bàn giao")
    if item.is_counted != now.is_counted:
        yield _("nay được tính ở tháng này") if now.is_counted else _("nay không tính ở tháng này")
    for words, before, after in (
        (_("chưa đạt từ %(before)d thành %(after)d lần"), item.failures, now.failures),
        (_("chậm từ %(before)d thành %(after)d lần"), item.late, now.late),
    ):
        if before != after:
            yield words % {"before": before, "after": after}


def _month(text: str) -> str:
    year, _dash, month = text.partition("-")
    return f"{month}/{year}"
