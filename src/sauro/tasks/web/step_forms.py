"""What each button of an assignment asks for and which service it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.documents.uploads import QuarantinedFile
from sauro.tasks.enums import ReturnKind
from sauro.tasks.forms import DelegateForm, HandInForm, PersonForm, ReasonForm, ReportForm, ReturnForm
from sauro.tasks.models import Assignment
from sauro.tasks.services import delegation, lifecycle, products
from sauro.tasks.transitions import OPEN_STATES, TRANSITIONS, Step
from sauro.ui.forms import PageForm

Act = Callable[[Actor, UUID, Mapping[str, Any]], object]


@dataclass(frozen=True, slots=True)
class StepForm:
    """A button: its words, what it asks for, the service it calls with the answers, what the page says afterwards.

    ``step`` is the step of the life of an assignment; without one (naming a person, delegating) the button is there in
    every open state and needs the policy action ``lead``.
    """

    label: str | Promise
    icon: str
    act: Act
    done: str | Promise
    step: Step | None = None
    form: type[PageForm] | None = None
    needs_assignment: bool = False
    is_main: bool = False

    @property
    def action(self) -> str:
        """The policy action it needs."""
        return TRANSITIONS[self.step].action if self.step else "lead"

    def is_offered(self, state: str) -> bool:
        """Tell whether the state allows it."""
        return state in (TRANSITIONS[self.step].sources if self.step else OPEN_STATES)

    def build(self, assignment: Assignment, *args: Any, **kwargs: Any) -> PageForm:
        """Return the form, empty or bound."""
        kind = self.form or PageForm
        if self.needs_assignment:
            kwargs["assignment"] = assignment
        return kind(*args, auto_id=f"id_{kind.__name__.lower()}_%s", **kwargs)


def _hand_in(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    file = held.get("file")
    upload = file.upload if isinstance(file, QuarantinedFile) else None
    hand_in = products.HandIn(upload=upload, link=held["link"], text=held["text"])
    return products.hand_in_product(actor=actor, assignment_id=pk, hand_in=hand_in)


STEPS: Mapping[str, StepForm] = {
    "nhan": StepForm(
        _("Nhận nhiệm vụ"),
        "check",
        lambda actor, pk, _held: lifecycle.accept_assignment(actor=actor, assignment_id=pk),
        _("Đã nhận nhiệm vụ."),
        step=Step.ACCEPT,
        is_main=True,
    ),
    "xem-lai": StepForm(
        _("Đề nghị xem lại"),
        "help-circle",
        lambda actor, pk, held: lifecycle.question_assignment(actor=actor, assignment_id=pk, **held),
        _("Đã gửi đề nghị xem lại cho bên giao."),
        form=ReasonForm,
        step=Step.QUESTION,
    ),
    "giu-nguyen": StepForm(
        _("Giữ nguyên nhiệm vụ"),
        "pin",
        lambda actor, pk, held: lifecycle.insist_on_assignment(actor=actor, assignment_id=pk, **held),
        _("Đã trả lời: giữ nguyên nhiệm vụ."),
        form=ReasonForm,
        step=Step.INSIST,
        is_main=True,
    ),
    "phan-cong": StepForm(
        _("Phân công người"),
        "user-plus",
        lambda actor, pk, held: lifecycle.name_person(
            actor=actor, assignment_id=pk, appointment_id=UUID(held["appointment"])
        ),
        _("Đã phân công."),
        form=PersonForm,
        needs_assignment=True,
    ),
    "giao-tiep": StepForm(
        _("Giao tiếp"),
        "sitemap",
        lambda actor, pk, held: delegation.delegate_part(
            actor=actor, assignment_id=pk, unit_id=UUID(held["unit"]), wording=held["wording"], due_on=held["due_on"]
        ),
        _("Đã giao tiếp cho đơn vị trực thuộc."),
        form=DelegateForm,
        needs_assignment=True,
    ),
    "bao-cao": StepForm(
        _("Báo cáo tiến độ"),
        "progress",
        lambda actor, pk, held: lifecycle.report_progress(actor=actor, assignment_id=pk, **held),
        _("Đã ghi báo cáo tiến độ."),
        form=ReportForm,
        step=Step.REPORT,
    ),
    "nop": StepForm(
        _("Nộp sản phẩm"),
        "package",
        _hand_in,
        _("Đã nộp sản phẩm, chờ bên giao xác nhận."),
        form=HandInForm,
        step=Step.HAND_IN,
        is_main=True,
    ),
    "xac-nhan": StepForm(
        _("Xác nhận hoàn thành"),
        "circle-check",
        lambda actor, pk, _held: products.confirm_product(actor=actor, assignment_id=pk),
        _("Đã xác nhận hoàn thành."),
        step=Step.CONFIRM,
        is_main=True,
    ),
    "tra-lai": StepForm(
        _("Trả lại"),
        "arrow-back-up",
        lambda actor, pk, held: products.return_product(
            actor=actor, assignment_id=pk, kind=ReturnKind(held["kind"]), reason=held["reason"]
        ),
        _("Đã trả lại sản phẩm kèm lý do."),
        form=ReturnForm,
        step=Step.RETURN,
    ),
    "dung": StepForm(
        _("Dừng nhiệm vụ"),
        "player-stop",
        lambda actor, pk, held: lifecycle.stop_assignment(actor=actor, assignment_id=pk, **held),
        _("Đã dừng nhiệm vụ."),
        form=ReasonForm,
        step=Step.STOP,
    ),
}
