"""Forms of the yearly rating of units."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from sauro.appraisals.enums import BeyondOf, Defects, ScoreOf
from sauro.appraisals.models import UnitRating, UnitRound
from sauro.appraisals.services.rating import FIRST_YEAR
from sauro.appraisals.services.unit_rating import Stated, Ways
from sauro.ui.forms import PageForm, UnitField


class UnitRoundForm(PageForm):
    """Which body rates the units below it, for which year."""

    unit = UnitField(label=gettext_lazy("Cơ quan quyết định xếp loại đơn vị trực thuộc"))
    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=FIRST_YEAR, max_value=2099)


class WaysForm(PageForm):
    """What the decrees leave to the rating body."""

    score_of = forms.ChoiceField(
        label=gettext_lazy("Điểm của đơn vị là"), choices=ScoreOf.choices, widget=forms.RadioSelect
    )
    beyond_of = forms.ChoiceField(
        label=gettext_lazy("Nhiệm vụ vượt mức yêu cầu là"), choices=BeyondOf.choices, widget=forms.RadioSelect
    )
    counts_targets = forms.BooleanField(
        label=gettext_lazy("Mỗi chỉ tiêu cấp trên giao tính như một nhiệm vụ"), required=False,
        help_text=gettext_lazy("Bỏ chọn thì chỉ tiêu chỉ để tham khảo."),
    )  # fmt: skip
    share = forms.IntegerField(label=gettext_lazy("Tỷ lệ xuất sắc (%)"), min_value=20, max_value=25, initial=20)
    merit = forms.CharField(
        label=gettext_lazy("Thành tích xuất sắc"), max_length=500, required=False,
        help_text=gettext_lazy("Bắt buộc khi tỷ lệ trên 20 %."),
    )  # fmt: skip

    @property
    def ways(self) -> Ways:
        """What was chosen. The form must be valid."""
        held = self.cleaned_data
        return Ways(
            ScoreOf(held["score_of"]), BeyondOf(held["beyond_of"]), held["counts_targets"], held["share"], held["merit"]
        )


class StatedForm(PageForm):
    """What no record tells of a unit."""

    has_violation = forms.BooleanField(
        label=gettext_lazy("Bị kết luận sai phạm về công tác cán bộ, mất đoàn kết, bè phái, chạy chức"), required=False
    )
    defects = forms.ChoiceField(
        label=gettext_lazy("Hạn chế, khuyết điểm đã chỉ ra"), choices=[("", "Chưa ghi"), *Defects.choices],
        required=False,
    )  # fmt: skip
    force_majeure = forms.CharField(
        label=gettext_lazy("Bất khả kháng"), max_length=500, required=False,
        help_text=gettext_lazy("Ghi lý do khi hoàn thành dưới 70 % nhiệm vụ vì bất khả kháng."),
    )  # fmt: skip
    own_score = forms.DecimalField(
        label=gettext_lazy("Điểm do cấp xếp loại chấm"), min_value=0, max_value=100, decimal_places=2, required=False,
        help_text=gettext_lazy("Dùng khi cách tính đặt là nhập điểm, hoặc khi hệ thống chưa có điểm của đơn vị."),
    )  # fmt: skip
    own_beyond = forms.IntegerField(
        label=gettext_lazy("Số nhiệm vụ vượt mức yêu cầu"), min_value=0, max_value=100_000, required=False,
        help_text=gettext_lazy("Chỉ dùng khi cách tính đặt là nhập số."),
    )  # fmt: skip

    @property
    def stated(self) -> Stated:
        """What was entered. The form must be valid."""
        return Stated(**{name: self.cleaned_data[name] for name in self.fields})


def ways_of(found: UnitRound) -> dict[str, object]:
    """Return what the form of the ways starts with."""
    return {name: getattr(found, name) for name in ("score_of", "beyond_of", "counts_targets", "share", "merit")}


def stated_of(rating: UnitRating) -> dict[str, object]:
    """Return what the form of the facts starts with."""
    return {name: getattr(rating, name) for name in StatedForm.base_fields}
