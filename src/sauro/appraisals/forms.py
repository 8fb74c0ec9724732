"""Forms of appraisals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.criteria_words import words_of
from sauro.appraisals.enums import ClaimAbout, ClaimKind, ClaimState, Leave, ResultKind
from sauro.appraisals.models import Claim, Product, Sheet, SheetItem
from sauro.appraisals.month_choices import month_choices
from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.services.judging import Verdict
from sauro.appraisals.services.stating import MOST_QUANTITY, OwnWork
from sauro.targets.forms import NumberField
from sauro.ui.forms import PageForm, UnitField, UnitPicker

_LONG = forms.Textarea(attrs={"rows": 3})


def written_points(text: str) -> str:
    """Return stored points as people write them: ``2,5``."""
    return text.replace(".", ",")


def product_label(product: Product) -> str:
    """Return a product as it stands in a choice: its code, its words, its coefficient."""
    return f"{product.code} – {product.product} ({written_points(f'{Decimal(product.units) / UNIT:f}')})"


class PointsForm(PageForm):
    """Points for each general criterion, and words. ``own`` are those of the person, for whoever judges."""

    def __init__(
        self,
        *args: Any,
        limits: Sequence[tuple[str, str]],
        points: Mapping[str, str],
        own: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.limits = limits
        for code, most in reversed(limits):
            held = {"criterion": words_of(code), "most": _decimal(most)}
            label = _("%(criterion)s (tối đa %(most)s)") % held
            if own and code in own:
                held["own"] = written_points(own[code])
                label = _("%(criterion)s (tối đa %(most)s, tự chấm %(own)s)") % held
            initial = written_points(points.get(code, _decimal(most)))
            self.add_first_field(field_name(code), NumberField(label=label, initial=initial))

    def clean(self) -> dict[str, Any]:
        """Tell of all points out of range at once, each at its criterion."""
        held = super().clean() or self.cleaned_data
        for code, most in self.limits:
            given = held.get(field_name(code))
            if given is not None and not 0 <= given <= Fraction(most):
                self.add_error(field_name(code), _("Cho từ 0 đến %(most)s điểm.") % {"most": _decimal(most)})
        return held

    @property
    def points(self) -> dict[str, str]:
        """The points as they are stored. The form must be valid."""
        return {code: f"{self.cleaned_data[field_name(code)]:f}" for code, _most in self.limits}


def field_name(code: str) -> str:
    """Return the name of the field of a criterion."""
    return f"point_{code.replace('.', '_')}"


def _decimal(most: str) -> str:
    """Return the greatest points, a fraction as text, as people write them."""
    whole, _slash, below = most.partition("/")
    return written_points(f"{Decimal(whole) / Decimal(below or 1):f}")


class SelfForm(PointsForm):
    """Own points and words."""

    note = forms.CharField(label=gettext_lazy("Ưu điểm"), widget=_LONG, max_length=4000, required=False)
    shortcomings = forms.CharField(
        label=gettext_lazy("Hạn chế, khuyết điểm"), widget=_LONG, max_length=4000, required=False
    )


class JudgeForm(PointsForm):
    """The head's points and words; of a leader also the three findings."""

    comment = forms.CharField(label=gettext_lazy("Nhận xét"), widget=_LONG, max_length=4000, required=False)

    def __init__(self, *args: Any, is_leader: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {
            "initiative": _("Sáng kiến, cách làm hiệu quả của đơn vị"),
            "prolonged": _("Chậm trễ, hạn chế kéo dài của đơn vị"),
            "conflict": _("Phản ánh mâu thuẫn nội bộ kéo dài"),
        }
        for name, label in asked.items() if is_leader else ():
            self.add_last_field(name, forms.CharField(label=label, max_length=1000, required=False))

    @property
    def verdict(self) -> Verdict:
        """What was said. The form must be valid."""
        held = self.cleaned_data
        found = {name: held.get(name, "") for name in ("comment", "initiative", "prolonged", "conflict")}
        return Verdict(points=self.points, **found)


class ProductForm(PageForm):
    """Which product of the catalogue a line is."""

    def __init__(self, *args: Any, products: Sequence[Product], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "–"), *((str(one.pk), product_label(one)) for one in products)]
        self.add_first_field("product", forms.ChoiceField(label=_("Sản phẩm trong danh mục"), choices=choices))


class OwnWorkForm(ProductForm):
    """Work a person adds."""

    wording = forms.CharField(label=gettext_lazy("Việc đã làm"), widget=_LONG, max_length=1000)
    quantity = forms.IntegerField(
        label=gettext_lazy("Số lượng sản phẩm"), min_value=1, max_value=MOST_QUANTITY, initial=1
    )
    result = forms.CharField(
        label=gettext_lazy("Kết quả"), max_length=1000, required=False,
        help_text=gettext_lazy("Số, ký hiệu văn bản hoặc nơi lưu sản phẩm."),
    )  # fmt: skip
    is_done = forms.BooleanField(label=gettext_lazy("Đã hoàn thành"), initial=True, required=False)

    @property
    def work(self) -> OwnWork:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return OwnWork(held["wording"], UUID(held["product"]), held["quantity"], held["result"], held["is_done"])


class ResultsForm(PageForm):
    """Whose results, of which month of the last years."""

    dv = UnitField(label=gettext_lazy("Đơn vị"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("thang", forms.ChoiceField(label=_("Tháng"), choices=month_choices()))


class DeliveryForm(PageForm):
    """Whose closed results go into a file, and of which month or year."""

    unit = UnitField(label=gettext_lazy("Đơn vị, cả đơn vị trực thuộc"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = month_choices()
        years = [(str(year), _("Cả năm %(year)s") % {"year": year}) for year in sorted({m[:4] for m, _w in months})]
        self.add_last_field("period", forms.ChoiceField(label=_("Kỳ"), choices=[*months[1:], *years]))

    @property
    def asked(self) -> tuple[ResultKind, dt.date]:
        """The kind of results and their period. The form must be valid."""
        year, _dash, month = self.cleaned_data["period"].partition("-")
        kind = ResultKind.MONTH if month else ResultKind.YEAR
        return kind, dt.date(int(year), int(month or 1), 1)


class ClaimForm(PageForm):
    """What is asked about a line, why, and how often."""

    text = forms.CharField(
        label=gettext_lazy("Lý do, sự việc và căn cứ"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000
    )

    def __init__(self, *args: Any, item: SheetItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = max(item.failures - item.exempt_failures, item.late - item.exempt_late, 1)
        self.add_first_field(
            "times", forms.IntegerField(label=_("Số lần đề nghị không tính"), min_value=1, max_value=most, initial=1)
        )
        self.add_first_field("about", forms.ChoiceField(label=_("Về"), choices=_abouts(item)))
        self.add_first_field("kind", forms.ChoiceField(label=_("Đề nghị"), choices=_kinds(item)))


def claimable(item: SheetItem, claims: Iterable[Claim]) -> list[ClaimAbout]:
    """Return what of a line may be asked for: what counts against the person and is not asked for already."""
    held = {
        ClaimAbout.FAILURE: item.failures > item.exempt_failures,
        ClaimAbout.LATE: item.late > item.exempt_late,
        ClaimAbout.WHOLE: item.given_back and not item.is_excused,
    }
    waiting = {claim.about for claim in claims if claim.state == ClaimState.OPEN}
    return [about for about, may in held.items() if may and about not in waiting]


def _abouts(item: SheetItem) -> list[tuple[str, Any]]:
    return [(about.value, about.label) for about in claimable(item, item.claims.all())]


def _kinds(item: SheetItem) -> list[tuple[str, Any]]:
    kinds = [ClaimKind.OBJECTIVE, ClaimKind.DISPUTE]
    return [(kind.value, kind.label) for kind in (*kinds, *([ClaimKind.MOVED] if item.given_back else []))]


class AnswerForm(PageForm):
    """Granted or not, and on what ground."""

    is_granted = forms.ChoiceField(
        label=gettext_lazy("Kết luận"),
        choices=[("co", gettext_lazy("Chấp nhận")), ("khong", gettext_lazy("Không chấp nhận"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(label=gettext_lazy("Căn cứ"), widget=_LONG, max_length=4000)


class SignForm(PageForm):
    """What a person says to what is to be explained."""

    text = forms.CharField(
        label=gettext_lazy("Giải thích của bạn"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000,
        help_text=gettext_lazy("Nêu sự việc, căn cứ, nơi xem được sản phẩm. Người đánh giá đọc cùng phiếu."),
    )  # fmt: skip


class LineForm(PageForm):
    """Whether work that was added is confirmed."""

    is_accepted = forms.ChoiceField(
        label=gettext_lazy("Kết luận"),
        choices=[("co", gettext_lazy("Xác nhận")), ("khong", gettext_lazy("Không xác nhận"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=gettext_lazy("Vì sao không xác nhận"), max_length=500, required=False)


class ReasonForm(PageForm):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), widget=_LONG, max_length=500)


class LeaveForm(PageForm):
    """Whether the whole month was not worked."""

    leave = forms.ChoiceField(
        label=gettext_lazy("Trong tháng"), choices=Leave.choices, required=False,
        help_text=gettext_lazy("Nghỉ cả tháng thì không chấm điểm, không tính vào trung bình của năm."),
    )  # fmt: skip


class CloseForm(PageForm):
    """Which month of which unit is closed."""

    unit = UnitField(label=gettext_lazy("Đơn vị (cả các đơn vị dưới)"), widget=UnitPicker)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_last_field("month", forms.ChoiceField(label=_("Tháng"), choices=month_choices()[1:]))

    @property
    def day(self) -> dt.date:
        """The first day of the month. The form must be valid."""
        return dt.date.fromisoformat(f"{self.cleaned_data['month']}-01")


def initial_of(sheet: Sheet) -> dict[str, str]:
    """Return the words a head said before."""
    return {name: getattr(sheet, name) for name in ("comment", "initiative", "prolonged", "conflict")}
