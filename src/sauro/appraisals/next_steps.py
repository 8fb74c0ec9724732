"""What is to be done next with a monthly sheet, by whom and until when, in words for whoever looks at it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.selectors.regulations import Days
from sauro.plans.months import shifted

_SEEN: Mapping[SheetState, object] = {
    SheetState.OPEN: gettext_lazy("Người được đánh giá tự chấm, gửi đến hết ngày %(own)s."),
    SheetState.SUBMITTED: gettext_lazy("Đã gửi. Chờ người đánh giá xác nhận, đến hết ngày %(confirm)s."),
    SheetState.CONFIRMED: gettext_lazy("Đã xác nhận. Phiếu được chốt ngày %(close)s."),
    SheetState.CLOSED: gettext_lazy("Đã chốt ngày %(closed)s. Phiếu chỉ đổi khi người đánh giá mở lại, có lý do."),
}
_OWN: Mapping[SheetState, object] = {
    SheetState.OPEN: gettext_lazy(
        "Bạn tự chấm, gửi đến hết ngày %(own)s. Gửi sớm thì việc xong sau đó vẫn tự vào phiếu; việc tự khai phải thêm"
        " trước khi gửi."
    ),
    SheetState.SUBMITTED: gettext_lazy(
        "Đã gửi. Chờ người đánh giá xác nhận, đến hết ngày %(confirm)s; đến lúc đó bạn còn bấm Đề nghị xem lại được."
        " Muốn sửa phiếu thì đề nghị người đánh giá trả lại."
    ),
    SheetState.CONFIRMED: gettext_lazy(
        "Đã xác nhận. Phiếu được chốt ngày %(close)s; chưa đồng ý thì đề nghị người đánh giá trả lại phiếu trước ngày"
        " đó."
    ),
    SheetState.CLOSED: gettext_lazy(
        "Đã chốt ngày %(closed)s. Thấy sai thì đề nghị người đánh giá mở lại phiếu, có lý do."
    ),
}
_JUDGE: Mapping[SheetState, object] = {
    SheetState.SUBMITTED: gettext_lazy(
        "Chờ bạn xác nhận, đến hết ngày %(confirm)s: trả lời đề nghị và kết luận việc tự khai trước."
    ),
}


def next_step(sheet: Sheet, may: Collection[str], days: Days) -> str:
    """Return one or two sentences. ``may`` holds "own" for the person and "judge" for whoever confirms."""
    if sheet.leave:
        return _("Nghỉ cả tháng: không chấm điểm, không tính vào trung bình của năm.")
    after, state = shifted(sheet.month, 1), SheetState(sheet.state)
    mine = _OWN if "own" in may else _JUDGE if "judge" in may else _SEEN
    dates = {
        name: date_format(after.replace(day=day), "SHORT_DATE_FORMAT")
        for name, day in (("own", days.own), ("confirm", days.confirm), ("close", days.close))
    }
    closed = date_format(sheet.closed_at, "SHORT_DATE_FORMAT") if sheet.closed_at else ""
    return str(mine.get(state, _SEEN[state])) % {**dates, "closed": closed}
