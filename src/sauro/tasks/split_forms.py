"""Forms in which a body splits its work: who can get a part, and one row per part."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.tasks.models import Assignment
from sauro.tasks.roll_up import WHOLE
from sauro.tasks.services.delegation import PartPlan, people_near, units_below
from sauro.ui.forms import DayField, RowForm

MOST_PEOPLE = 300
_UNIT, _PERSON = "unit_id", "appointment_id"
_SHARE_FAULTS = ("invalid", "min_value", "max_value")

Choice = tuple[str, str | Promise]


def receiver_choices(whole: Assignment) -> list[Choice | tuple[str | Promise, list[Choice]]]:
    """Return who can get a part: the units below, and the people of the unit and its own offices and divisions."""
    units: list[Choice] = [(f"{_UNIT}:{unit.pk}", unit.name) for unit in units_below(whole)]
    people: list[Choice] = [
        (f"{_PERSON}:{post.pk}", f"{post.person.full_name} – {post.position.title}, {post.unit.name}")
        for post in people_near(whole)[:MOST_PEOPLE]
    ]
    groups = [(_("Đơn vị trực thuộc"), units), (_("Người trong đơn vị"), people)]
    return [("", _("— chọn —")), *[group for group in groups if group[1]]]


def receiver_of(chosen: str) -> dict[str, UUID]:
    """Return what a choice of :func:`receiver_choices` means, as arguments of the services."""
    kind, _colon, pk = chosen.partition(":")
    return {kind: UUID(pk)}


class PartForm(RowForm):
    """One part: who gets it, what it is, its weight and its deadline. ``choices`` are those of the receivers."""

    wording = forms.CharField(label=_("Phần việc"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000)
    share = forms.IntegerField(
        label=_("Tỷ trọng"),
        required=False,
        min_value=1,
        max_value=WHOLE,
        error_messages={name: _("Tỷ trọng là số nguyên từ 1 đến 100.") for name in _SHARE_FAULTS},
    )
    due_on = DayField(label=_("Thời hạn"), required=False)

    def __init__(self, *args: Any, choices: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("receiver", forms.ChoiceField(label=_("Giao cho"), choices=choices))

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was typed in the row."""
        return not any(self.data.get(self.add_prefix(name), "").strip() for name in self.fields)

    def plan(self) -> PartPlan:
        """Return the part of a valid row."""
        held = self.cleaned_data
        return PartPlan(held["wording"], share=held["share"], due_on=held["due_on"], **receiver_of(held["receiver"]))
