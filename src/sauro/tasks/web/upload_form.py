"""The form of the upload page, without the files: those are judged one by one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.documents.selectors.documents import units_to_register_for
from sauro.organizations.models import Unit
from sauro.ui.forms import PageForm


class UploadForm(PageForm):
    """Where the documents belong, and the declaration that Law 29/2018/QH14 makes necessary."""

    unit: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(
        queryset=Unit.objects.none(), label=_("Tiếp nhận cho"), empty_label=None
    )
    declared = forms.BooleanField(
        label=_("Tôi cam đoan không tệp nào trong số này chứa bí mật nhà nước."),
        help_text=_(
            "Văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT phải xử lý trên mạng độc lập dành cho bí mật nhà nước hoặc "
            "vào sổ văn bản mật bằng giấy. Tệp có dấu mật sẽ bị từ chối và bản tạm bị hủy ngay."
        ),
        error_messages={"required": _("Hãy đánh dấu cam đoan tệp không chứa bí mật nhà nước trước khi tải lên.")},
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.fields["unit"]
        assert isinstance(units, forms.ModelChoiceField)  # noqa: S101 -- tells the type checker which field it is
        units.queryset = units_to_register_for(actor)
        units.initial = actor.unit_id
