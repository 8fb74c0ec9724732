"""Forms of the steps of an assignment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import today
from sauro.tasks.enums import ChangeAnswer, PartsFate
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment, Series
from sauro.tasks.parts import open_parts, split_of
from sauro.tasks.schedule import Closing, Rhythm, Schedule
from sauro.tasks.selectors.deadlines import DeadlineStory
from sauro.tasks.selectors.fields import field_choices
from sauro.tasks.services.lifecycle import candidates
from sauro.tasks.services.recurring import Recurrence
from sauro.tasks.split_forms import receiver_choices
from sauro.ui.forms import DayField, PageForm

_PERCENT_FAULTS = ("invalid", "min_value", "max_value")
_LONG = forms.Textarea(attrs={"rows": 3})


class ReasonForm(PageForm):
    """A step that needs a reason."""

    reason = forms.CharField(label=_("Lý do"), widget=_LONG, max_length=4000)


class FieldForm(PageForm):
    """To which field the work belongs."""

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = field_choices(keep=assignment.field_id)
        field = forms.ChoiceField(
            label=_("Lĩnh vực"), choices=choices, initial=str(assignment.field_id or ""), required=False
        )
        self.add_last_field("field", field)


class StopForm(ReasonForm):
    """Why the work stops and, when parts of it are open, what becomes of them."""

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if holds(assignment, "below") and open_parts(assignment).exists():
            field = forms.ChoiceField(
                label=_("Các phần việc đang mở"), choices=[("", _("— chọn —")), *PartsFate.choices], required=False
            )
            self.add_last_field("parts_fate", field)


class MoveForm(PageForm):
    """Where a part goes on, and why."""

    due_on = DayField(label=_("Thời hạn mới"), required=False, help_text=_("Để trống thì giữ thời hạn của phần việc."))
    reason = forms.CharField(label=_("Lý do"), widget=_LONG, max_length=4000)

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = assignment.parent if assignment.is_part else None
        choices = receiver_choices(whole) if whole else []
        self.add_first_field("receiver", forms.ChoiceField(label=_("Chuyển cho"), choices=choices))


class ReportForm(PageForm):
    """How far the work got. Of split work the body says why it sees it otherwise than its parts do."""

    progress = forms.IntegerField(
        label=_("Tiến độ (%)"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"step": 5}),
        error_messages={name: _("Tiến độ là số nguyên từ 0 đến 100.") for name in _PERCENT_FAULTS},
    )
    text = forms.CharField(label=_("Đã làm được gì, còn vướng gì"), widget=_LONG, max_length=8000)

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        split = split_of(assignment)
        if not split.parts:
            return
        low, high = split.reach
        self.fields["progress"].initial = split.shown
        self.fields["progress"].help_text = _("Cộng từ phần việc: %(sum)s%%.") % {"sum": split.shown}
        field = forms.CharField(
            label=_("Vì sao khác với cộng từ phần việc"),
            help_text=_("Chỉ ghi khi báo cáo ngoài khoảng %(low)s–%(high)s%%.") % {"low": low, "high": high},
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=2000,
        )
        self.add_last_field("differs_reason", field)


class StoryForm(PageForm):
    """A form that depends on how the deadline moved and on what others still owe."""

    def __init__(self, *args: Any, story: DeadlineStory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_story(story)

    def add_story(self, story: DeadlineStory) -> None:
        """Add the fields or first values that the story asks for."""
        raise NotImplementedError


class ExtensionForm(PageForm):
    """Another deadline and why."""

    day = DayField(label=_("Thời hạn mới"))
    reason = forms.CharField(label=_("Lý do"), widget=_LONG, max_length=4000)


class AnswerForm(StoryForm):
    """The giver's answer to a request for a later deadline."""

    answer = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[
            ("", _("— chọn —")),
            (ChangeAnswer.GRANTED, ChangeAnswer.GRANTED.label),
            (ChangeAnswer.REFUSED, ChangeAnswer.REFUSED.label),
        ],
    )
    day = DayField(label=_("Thời hạn mới"), required=False, help_text=_("Ghi khi đồng ý."))
    text = forms.CharField(
        label=_("Ý kiến"), widget=_LONG, max_length=4000, required=False, help_text=_("Bắt buộc khi không đồng ý.")
    )

    def add_story(self, story: DeadlineStory) -> None:
        """Begin with the day that was asked for."""
        if story.pending:
            self.fields["day"].initial = story.pending.asked_day

    def clean(self) -> dict[str, Any]:
        """A later deadline needs its day."""
        held = super().clean() or {}
        if held.get("answer") == ChangeAnswer.GRANTED and not held.get("day") and "day" not in self.errors:
            self.add_error("day", _("Hãy ghi thời hạn mới."))
        return held


_MONTHS_BEFORE = [
    (-1, _("tháng liền trước tháng cuối của kỳ")),
    *((-count, format_lazy(_("{count} tháng trước tháng cuối của kỳ"), count=count)) for count in range(2, 12)),
]


class RecurrenceForm(PageForm):
    """How often the work comes back, and when each product is due."""

    rhythm = forms.ChoiceField(label=_("Lặp lại"), choices=[("", _("— chọn —")), *Rhythm.choices])
    day = forms.IntegerField(
        label=_("Ngày phải nộp"),
        min_value=0,
        max_value=31,
        initial=0,
        help_text=_("Ngày trong tháng, hoặc thứ trong tuần (1 là thứ Hai, 7 là Chủ nhật). Ghi 0 nếu là ngày cuối kỳ."),
        error_messages={name: _("Ngày phải nộp là số nguyên từ 0 đến 31.") for name in _PERCENT_FAULTS},
    )
    months_after = forms.TypedChoiceField(
        label=_("Tính trong"),
        coerce=int,
        choices=[(0, _("tháng cuối của kỳ")), (1, _("tháng sau khi hết kỳ")), *_MONTHS_BEFORE],
        initial=0,
    )
    closing = forms.ChoiceField(label=_("Chốt kỳ"), choices=Closing.choices, initial=Closing.CALENDAR)
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu lặp lại đến khi dừng."))

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        series = Series.objects.filter(head=assignment).first() if assignment.is_recurring else None
        if series is None:
            self.fields["starts_on"].initial = today()
            return
        held = {"day": series.due_day}
        for name in self.fields:
            self.fields[name].initial = held.get(name, getattr(series, name, None))

    def clean(self) -> dict[str, Any]:
        """Add ``recurrence``: what was typed, as a value."""
        held = super().clean() or {}
        if not self.errors:
            held["recurrence"] = self._recurrence(held)
        return held

    def _recurrence(self, held: dict[str, Any]) -> Recurrence:
        schedule = Schedule(Rhythm(held["rhythm"]), held["day"], held["months_after"], Closing(held["closing"]))
        return Recurrence(schedule, held["starts_on"], held["ends_on"])


class WaitForm(StoryForm):
    """Whose part the work waits for."""

    reason = forms.CharField(label=_("Đang chờ gì"), widget=_LONG, max_length=2000)

    def add_story(self, story: DeadlineStory) -> None:
        """Offer the parts that others still owe."""
        parts = [(str(part.pk), f"{part.unit.name} ({part.code})") for part in story.owed_parts]
        choices = [("", _("— chọn —")), *parts]
        self.add_first_field("part", forms.ChoiceField(label=_("Chờ phần việc của"), choices=choices))


class PersonForm(PageForm):
    """Who is in charge."""

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_first_field("appointment", _post_field(assignment))


def _post_field(assignment: Assignment) -> forms.Field:
    posts = [
        (str(post.pk), f"{post.person.full_name} – {post.position.title}, {post.unit.name}")
        for post in candidates(assignment)
    ]
    return forms.ChoiceField(label=_("Người thực hiện"), choices=[("", _("— chọn —")), *posts])
