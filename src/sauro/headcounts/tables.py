"""The list of the people behind a number."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter
from sauro.ui.lists.page import EmptyState, ListPage
from sauro.workforce.enums import Sex
from sauro.workforce.models import Dossier
from sauro.workforce.policies import dossier_policy

COUNTED = ListPage[Dossier](
    name="headcount-people",
    title=_("Những người được tính"),
    rows=dossier_policy.visible,
    columns=[
        Column("ma", _("Mã hồ sơ"), value=lambda row: row.code, sort="code", kind=Kind.CODE, default=False),
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.person.full_name, sort="sort_key",
            link=lambda row: reverse("person-detail", args=[row.pk]),
        ),
        Column(
            "vi-tri", _("Vị trí việc làm ngày đó"),
            value=lambda row: row.post_then or "",  # type: ignore[attr-defined]  # annotated by people_behind
        ),
        Column(
            "don-vi", _("Đơn vị ngày đó"),
            value=lambda row: row.unit_then or "",  # type: ignore[attr-defined]  # as above
        ),
        Column(
            "nam-sinh", _("Năm sinh"), kind=Kind.NUMBER, sort="particulars__birth_date",
            value=lambda row: str(row.particulars.birth_date.year) if row.particulars else "",
        ),
        Column(
            "phai", _("Giới tính"), value=lambda row: row.particulars.get_sex_display() if row.particulars else ""
        ),
    ],
    default_sort="ten",
    search="search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[ChoiceFilter("gt", _("Giới tính"), Sex.choices, field="particulars__sex")],
    empty=EmptyState(_("Không có hồ sơ nào bạn được xem trong số này.")),
    permission="workforce.view",
    template="headcounts/people.html",
)  # fmt: skip
"""Its rows come with the address: the people of one count, on one day, in one scope."""
