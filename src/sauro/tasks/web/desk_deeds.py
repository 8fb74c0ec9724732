"""The deeds of the desk by name: from a checked form to the service, and what the page has to redraw afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.documents.enums import BindingScope
from sauro.tasks.models import Obligation
from sauro.tasks.selectors.desk import ensure_on_document, get_obligation
from sauro.tasks.services import fields, review
from sauro.tasks.web import desk_forms
from sauro.tasks.web.desk_forms import edit_data

F = TypeVar("F", bound=forms.Form)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a deed changed. ``gone`` are cards to take away; ``undo`` the deeds that take it back, in order.

    ``redraws_text`` says that marks in the document moved, not only the state of a card.
    """

    changed: Sequence[Obligation]
    gone: Sequence[Obligation] = ()
    undo: Sequence[Mapping[str, Any]] = ()
    redraws_text: bool = True
    message: str = ""
    focus: UUID | None = None
    spans: Sequence[tuple[int, int]] = field(default=())


Deed = Callable[[Actor, UUID, QueryDict], Outcome]


class FormFault(DomainError):
    """The form does not hold. ``faults`` maps each field to its sentence."""

    def __init__(self, form: forms.Form) -> None:
        self.faults = {name: str(messages[0]) for name, messages in form.errors.items()}
        super().__init__("form", next(iter(self.faults.values())), field=next(iter(self.faults)))


def checked(form: F) -> F:
    """Return the form when it is valid, else raise :class:`FormFault`."""
    if not form.is_valid():
        raise FormFault(form)
    return form


def _target(document_id: UUID, data: QueryDict) -> dict[str, Any]:
    form = checked(desk_forms.ObligationForm(data))
    ensure_on_document(document_id=document_id, obligation_id=form.cleaned_data["obligation"])
    return {"obligation_id": form.cleaned_data["obligation"], "version": form.cleaned_data["version"]}


def _back(deed: str, obligation: Obligation, **more: Any) -> dict[str, Any]:
    return {"deed": deed, "data": {"obligation": str(obligation.pk), **more}}


def _accept(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    looked = checked(desk_forms.AcceptForm(data)).cleaned_data["looked"]
    row = review.accept_obligation(actor=actor, **_target(document_id, data), looked=looked)
    return Outcome([row], undo=[_back("unaccept", row)], redraws_text=False)


def _unaccept(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    row = review.unaccept_obligation(actor=actor, **_target(document_id, data))
    return Outcome([row], undo=[_back("accept", row, looked="on")], redraws_text=False)


def _discard(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.DiscardForm(data))
    row = review.discard_obligation(actor=actor, **_target(document_id, data), reason=form.cleaned_data["reason"])
    return Outcome([row], undo=[_back("restore", row)])


def _restore(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    row = review.restore_obligation(actor=actor, **_target(document_id, data))
    return Outcome([row], undo=[_back("discard", row)])


def _set_direction(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.DirectionForm(data))
    target = _target(document_id, data)
    # The way back is the whole form as it was: a deadline that the office had set would not come back by itself.
    held = edit_data(get_obligation(actor=actor, document_id=document_id, obligation_id=target["obligation_id"]))
    del held["version"]
    row = review.set_general_direction(actor=actor, **target, value=form.cleaned_data["value"])
    return Outcome([row], undo=[{"deed": "edit", "data": held}], redraws_text=False)


def _field(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.FieldForm(data))
    target = _target(document_id, data)
    held = get_obligation(actor=actor, document_id=document_id, obligation_id=target["obligation_id"]).field_id
    row = fields.choose_field(actor=actor, **target, field_id=form.cleaned_data["field"])
    return Outcome([row], undo=[_back("field", row, field=str(held or ""))], redraws_text=False)


def _choose_fields(actor: Actor, document_id: UUID, _data: QueryDict) -> Outcome:
    rows = fields.choose_proposed_fields(actor=actor, document_id=document_id)
    message = _("Đã nhận lĩnh vực đề xuất của %(count)s nhiệm vụ.") % {"count": len(rows)}
    return Outcome(rows, undo=[_back("field", row, field="") for row in rows], redraws_text=False, message=message)


def _edit(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.EditForm(data))
    before = get_obligation(actor=actor, document_id=document_id, obligation_id=form.cleaned_data["obligation"])
    held, span = edit_data(before), (before.start, before.end)
    row = review.edit_obligation(actor=actor, **_target(document_id, data), edit=form.to_edit())
    undo = [{"deed": "edit", "data": held}] if row.version != held.pop("version") else []
    return Outcome([row], undo=undo, spans=[span], message=_("Đã lưu."))


def _split(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.SplitForm(data))
    parts = review.split_obligation(actor=actor, **_target(document_id, data), parts=form.cleaned_data["parts"])
    original = parts[0].derived_from
    gone = [original] if original else []
    undo = [_back("unsplit", original, version=original.version)] if original else []
    message = _("Đã tách thành %(count)s nhiệm vụ.") % {"count": len(parts)}
    return Outcome(parts, gone, undo, message=message, focus=parts[0].pk)


def _unsplit(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    row = review.take_back_split(actor=actor, **_target(document_id, data))
    return Outcome([row], list(row.derived.all()), message=_("Đã hoàn lại việc tách."), focus=row.pk)


def _merge(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.MergeForm(data))
    for name in ("obligation", "other"):
        ensure_on_document(document_id=document_id, obligation_id=form.cleaned_data[name])
    merged = review.merge_obligations(
        actor=actor,
        first_id=form.cleaned_data["obligation"],
        first_version=form.cleaned_data["version"],
        second_id=form.cleaned_data["other"],
        second_version=form.cleaned_data["other_version"],
    )
    undo = [_back("unmerge", merged)]
    return Outcome([merged], list(merged.replaces.all()), undo, message=_("Đã gộp."), focus=merged.pk)


def _unmerge(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    target = _target(document_id, data)
    merged = get_obligation(actor=actor, document_id=document_id, obligation_id=target["obligation_id"])
    rows = review.take_back_merge(actor=actor, **target)
    return Outcome(rows, [merged], message=_("Đã hoàn lại việc gộp."), focus=rows[0].pk)


def _add(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.AddForm(data))
    span = {"start": form.cleaned_data["start"], "end": form.cleaned_data["end"]}
    row = review.add_obligation(actor=actor, document_id=document_id, **span)
    return Outcome([row], undo=[_back("discard", row)], message=_("Đã thêm nhiệm vụ."), focus=row.pk)


def _bind(actor: Actor, document_id: UUID, data: QueryDict) -> Outcome:
    form = checked(desk_forms.BindForm(data))
    binding, changed = review.bind_name(
        actor=actor,
        document_id=document_id,
        name=form.cleaned_data["name"],
        unit_id=form.cleaned_data["unit"],
        scope=BindingScope(form.cleaned_data["scope"]),
    )
    count = len(changed)
    message = ngettext(
        "“%(name)s” là %(unit)s (%(count)s nhiệm vụ).", "“%(name)s” là %(unit)s (%(count)s nhiệm vụ).", count
    ) % {"name": binding.name, "unit": binding.unit.name, "count": count}
    return Outcome(changed, message=message)


def _accept_confident(actor: Actor, document_id: UUID, _data: QueryDict) -> Outcome:
    rows = review.accept_confident(actor=actor, document_id=document_id)
    message = _("Đã chấp nhận %(count)s nhiệm vụ có độ tin cậy cao.") % {"count": len(rows)}
    return Outcome(rows, undo=[_back("unaccept", row) for row in rows], redraws_text=False, message=message)


DEEDS: Mapping[str, Deed] = {
    "accept": _accept,
    "unaccept": _unaccept,
    "discard": _discard,
    "restore": _restore,
    "direction": _set_direction,
    "field": _field,
    "choose-fields": _choose_fields,
    "edit": _edit,
    "split": _split,
    "unsplit": _unsplit,
    "merge": _merge,
    "unmerge": _unmerge,
    "add": _add,
    "bind": _bind,
    "accept-confident": _accept_confident,
}
