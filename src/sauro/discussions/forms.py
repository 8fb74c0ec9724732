"""Forms of comments."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.discussions.enums import Audience, Side
from sauro.discussions.selectors.audience import BOTH_SIDES, Scope, sides_of, unit_of
from sauro.discussions.services.writing import LONGEST, MOST_FILES
from sauro.tasks.models import Assignment
from sauro.ui.forms import FilesField, PageForm

_WORDS = {"rows": 3, "data-names": ""}


class CommentForm(PageForm):
    """What is said, for whom, and with which files."""

    text = forms.CharField(
        label=_("Nội dung"),
        widget=forms.Textarea(attrs=_WORDS),
        max_length=LONGEST,
        required=False,
        help_text=_("Gõ @ để nhắc người hoặc đơn vị; họ nhận được thông báo. Ctrl+Enter để gửi."),
    )

    def __init__(self, *args: Any, actor: Actor, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = sides_of(actor, assignment)
        if sides:
            own = [(side, _("Chỉ nội bộ %(unit)s") % {"unit": unit_of(assignment, side).name}) for side in sides]
            field = forms.ChoiceField(
                label=_("Ai đọc được"),
                choices=[(Audience.BOTH, _("Cả bên giao và bên thực hiện")), *own],
                initial=Audience.BOTH,
                widget=forms.RadioSelect,
            )
            self.add_last_field("scope", field)
        # Added here: a form keeps the files it was sent under the same name.
        self.add_last_field("files", _files_field())

    def clean(self) -> dict[str, Any]:
        """Turn the choice of readers into a scope."""
        held = super().clean() or {}
        chosen = held.get("scope")
        held["scope"] = Scope(Side(chosen)) if chosen in Side.values else BOTH_SIDES
        return held


def _files_field() -> FilesField:
    return FilesField(
        label=_("Tệp kèm theo"),
        required=False,
        help_text=_("Tối đa %(most)s tệp. Không gửi tệp chứa bí mật nhà nước.") % {"most": MOST_FILES},
    )


class EditForm(PageForm):
    """The words of a comment, corrected."""

    text = forms.CharField(label=_("Sửa nội dung"), widget=forms.Textarea(attrs=_WORDS), max_length=LONGEST)
