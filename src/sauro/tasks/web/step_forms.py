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
from sauro.tasks.enums import AssignmentState, ChangeAnswer, PartsFate, ReturnKind
from sauro.tasks.forms import (
    AnswerForm,
    ExtensionForm,
    FieldForm,
    MoveForm,
    PersonForm,
    ReasonForm,
    RecurrenceForm,
    ReportForm,
    StopForm,
    StoryForm,
    WaitForm,
)
from sauro.tasks.models import Assignment
from sauro.tasks.product_forms import ConfirmForm, DemandForm, HandInForm, ReturnForm
from sauro.tasks.selectors.deadlines import DeadlineStory
from sauro.tasks.services import deadlines, demands, fields, lifecycle, part_moves, products, recurring, waits
from sauro.tasks.services.delegation import MAY_SPLIT
from sauro.tasks.split_forms import receiver_of
from sauro.tasks.transitions import OPEN_STATES, TRANSITIONS, WORKING_STATES, Step
from sauro.ui.forms import PageForm

Act = Callable[[Actor, UUID, Mapping[str, Any]], object]


@dataclass(frozen=True, slots=True)
class StepForm:
    """A button: its words, what it asks for, the service it calls with the answers, what the page says afterwards.

    ``step`` is the step of the life of an assignment. Without one (naming a person, moving a deadline) the state stays
    as it is: the button is there in ``states``, needs ``right``, and shows when ``when`` says so of the moment.
    """

    label: str | Promise
    icon: str
    act: Act
    done: str | Promise
    step: Step | None = None
    form: type[PageForm] | None = None
    needs_assignment: bool = False
    is_main: bool = False
    right: str = "lead"
    states: frozenset[AssignmentState] = OPEN_STATES
    when: Callable[[Assignment, DeadlineStory], bool] = lambda _assignment, _story: True

    @property
    def action(self) -> str:
        """The policy action it needs."""
        return TRANSITIONS[self.step].action if self.step else self.right

    def is_offered(self, assignment: Assignment, story: DeadlineStory) -> bool:
        """Tell whether the state and the moment allow it."""
        states = TRANSITIONS[self.step].sources if self.step else self.states
        return assignment.state in states and self.when(assignment, story)

    def build(self, assignment: Assignment, story: DeadlineStory, *args: Any, **kwargs: Any) -> PageForm:
        """Return the form, empty or bound."""
        kind = self.form or PageForm
        if self.needs_assignment:
            kwargs["assignment"] = assignment
        if issubclass(kind, StoryForm):
            kwargs["story"] = story
        return kind(*args, auto_id=f"id_{kind.__name__.lower()}_%s", **kwargs)


def _hand_in(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    file = held.get("file")
    upload = file.upload if isinstance(file, QuarantinedFile) else None
    links = held["links"]
    hand_in = products.HandIn(
        upload=upload,
        link=links[0] if links else "",
        more_links=links[1:],
        annexes=[one.upload for one in held["annexes"]],
        figures=held["figures"],
        text=held["text"],
        claims=held["claims"],
        open_parts_reason=held.get("open_parts_reason", ""),
    )
    return products.hand_in_product(actor=actor, assignment_id=pk, hand_in=hand_in)


def _stop(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    fate = PartsFate(held["parts_fate"]) if held.get("parts_fate") else None
    return lifecycle.stop_assignment(actor=actor, assignment_id=pk, reason=held["reason"], parts_fate=fate)


def _move(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return part_moves.move_part(
        actor=actor, assignment_id=pk, reason=held["reason"], due_on=held["due_on"], **receiver_of(held["receiver"])
    )


def _answer_extension(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    if held["answer"] == ChangeAnswer.GRANTED:
        return deadlines.grant_extension(actor=actor, assignment_id=pk, day=held["day"], text=held["text"])
    return deadlines.refuse_extension(actor=actor, assignment_id=pk, text=held["text"])


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
    "tra-phan-viec": StepForm(
        _("Trả lại phần việc"),
        "arrow-back",
        lambda actor, pk, held: part_moves.give_back_part(actor=actor, assignment_id=pk, **held),
        _("Đã trả lại phần việc cho bên giao."),
        form=ReasonForm,
        states=MAY_SPLIT,
        when=lambda assignment, story: assignment.is_part and not story.days_late,
    ),
    "chuyen-phan-viec": StepForm(
        _("Chuyển phần việc"),
        "switch-horizontal",
        _move,
        _("Đã chuyển: phần việc làm tiếp ở nơi mới, nơi cũ vẫn còn ghi."),
        form=MoveForm,
        needs_assignment=True,
        right="decide",
        states=MAY_SPLIT,
        when=lambda assignment, _story: assignment.is_part,
    ),
    "bao-cao": StepForm(
        _("Báo cáo tiến độ"),
        "progress",
        lambda actor, pk, held: lifecycle.report_progress(actor=actor, assignment_id=pk, **held),
        _("Đã ghi báo cáo tiến độ."),
        form=ReportForm,
        needs_assignment=True,
        step=Step.REPORT,
    ),
    "nop": StepForm(
        _("Nộp sản phẩm"),
        "package",
        _hand_in,
        _("Đã nộp sản phẩm, chờ bên giao xác nhận."),
        form=HandInForm,
        needs_assignment=True,
        step=Step.HAND_IN,
        is_main=True,
    ),
    "xac-nhan": StepForm(
        _("Xác nhận hoàn thành"),
        "circle-check",
        lambda actor, pk, held: products.confirm_product(
            actor=actor, assignment_id=pk, findings=held["findings"], words=held.get("words", "")
        ),
        _("Đã xác nhận hoàn thành."),
        form=ConfirmForm,
        needs_assignment=True,
        step=Step.CONFIRM,
        is_main=True,
    ),
    "tra-lai": StepForm(
        _("Trả lại"),
        "arrow-back-up",
        lambda actor, pk, held: products.return_product(
            actor=actor,
            assignment_id=pk,
            kind=ReturnKind(held["kind"]),
            reason=held["reason"],
            findings=held["findings"],
        ),
        _("Đã trả lại sản phẩm kèm lý do."),
        form=ReturnForm,
        needs_assignment=True,
        step=Step.RETURN,
    ),
    "tra-loi-lui-han": StepForm(
        _("Trả lời đề nghị lùi thời hạn"),
        "calendar-question",
        _answer_extension,
        _("Đã trả lời đề nghị lùi thời hạn."),
        form=AnswerForm,
        right="decide",
        is_main=True,
        when=lambda _assignment, story: story.pending is not None,
    ),
    "lui-han": StepForm(
        _("Đề nghị lùi thời hạn"),
        "calendar-plus",
        lambda actor, pk, held: deadlines.ask_extension(actor=actor, assignment_id=pk, **held),
        _("Đã gửi đề nghị lùi thời hạn cho bên giao."),
        form=ExtensionForm,
        right="work",
        states=WORKING_STATES,
        when=lambda assignment, story: assignment.due_on is not None and story.pending is None,
    ),
    "rut-lui-han": StepForm(
        _("Rút đề nghị lùi thời hạn"),
        "calendar-off",
        lambda actor, pk, _held: deadlines.withdraw_extension(actor=actor, assignment_id=pk),
        _("Đã rút đề nghị lùi thời hạn."),
        right="work",
        when=lambda _assignment, story: story.pending is not None,
    ),
    "yeu-cau": StepForm(
        _("Đặt yêu cầu sản phẩm, tiêu chí"),
        "list-check",
        lambda actor, pk, held: demands.set_demand(actor=actor, assignment_id=pk, demand=held["demand"]),
        _("Đã đặt yêu cầu; đơn vị thực hiện thấy trên trang nhiệm vụ."),
        form=DemandForm,
        needs_assignment=True,
        right="decide",
        states=demands.SETTABLE,
    ),
    "linh-vuc": StepForm(
        _("Đổi lĩnh vực"),
        "category",
        lambda actor, pk, held: fields.set_field(
            actor=actor, assignment_id=pk, field_id=UUID(held["field"]) if held["field"] else None
        ),
        _("Đã đổi lĩnh vực."),
        form=FieldForm,
        needs_assignment=True,
        right="decide",
        states=frozenset(AssignmentState),
    ),
    "dat-han": StepForm(
        _("Đặt lại thời hạn"),
        "calendar-cog",
        lambda actor, pk, held: deadlines.set_deadline(actor=actor, assignment_id=pk, **held),
        _("Đã đặt thời hạn mới."),
        form=ExtensionForm,
        right="decide",
        when=lambda assignment, _story: not assignment.is_recurring,
    ),
    "dinh-ky": StepForm(
        _("Đặt lịch định kỳ"),
        "repeat",
        lambda actor, pk, held: recurring.set_recurrence(actor=actor, assignment_id=pk, recurrence=held["recurrence"]),
        _("Đã đặt lịch. Mỗi kỳ có một nhiệm vụ riêng với thời hạn và sản phẩm của kỳ ấy."),
        form=RecurrenceForm,
        needs_assignment=True,
        right="decide",
        states=recurring.MAY_RECUR,
        when=lambda assignment, _story: assignment.period_first is None,
    ),
    "cho-phan-viec": StepForm(
        _("Ghi nhận chờ đơn vị khác"),
        "hourglass",
        lambda actor, pk, held: waits.begin_wait(
            actor=actor, assignment_id=pk, part_id=UUID(held["part"]), reason=held["reason"]
        ),
        _("Đã ghi nhận: thời gian chờ sau hạn của đơn vị ấy không tính cho bạn."),
        form=WaitForm,
        right="work",
        states=WORKING_STATES,
        when=lambda _assignment, story: bool(story.owed_parts) and story.open_wait is None,
    ),
    "het-cho": StepForm(
        _("Hết chờ, làm tiếp"),
        "player-play",
        lambda actor, pk, _held: waits.end_wait(actor=actor, assignment_id=pk),
        _("Đã ghi nhận hết chờ."),
        right="work",
        when=lambda _assignment, story: story.open_wait is not None,
    ),
    "dung": StepForm(
        _("Dừng nhiệm vụ"),
        "player-stop",
        _stop,
        _("Đã dừng nhiệm vụ."),
        form=StopForm,
        needs_assignment=True,
        step=Step.STOP,
    ),
}
