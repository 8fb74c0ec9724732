"""Forms of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.ui.forms import DayField, PageForm, UnitField


class SignInForm(PageForm):
    """Name and password."""

    username = forms.CharField(
        label=gettext_lazy("Tên đăng nhập"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(PageForm):
    """A code of the second factor, or a recovery code."""

    code = forms.CharField(
        label=gettext_lazy("Mã xác thực"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
    )


class PasswordForm(PageForm):
    """The old password, and the new one twice."""

    old = forms.CharField(
        label=gettext_lazy("Mật khẩu hiện tại"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("Mật khẩu mới"),
        strip=False,
        help_text=gettext_lazy("Ít nhất 10 ký tự, không phải từ thông dụng, không giống tên đăng nhập."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("Nhập lại mật khẩu mới"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Compare the two entries of the new password."""
        cleaned = super().clean() or {}
        if cleaned.get("new") and cleaned.get("again") and cleaned["new"] != cleaned["again"]:
            self.add_error("again", _("Hai lần nhập mật khẩu mới không giống nhau."))
        return cleaned


class NewUserForm(PageForm):
    """A new account."""

    full_name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    username = forms.CharField(
        label=gettext_lazy("Tên đăng nhập"),
        max_length=60,
        help_text=gettext_lazy("Chữ thường không dấu, ví dụ: vanthu.xa1"),
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu ban đầu"),
        strip=False,
        help_text=gettext_lazy("Người dùng phải đổi khi đăng nhập lần đầu."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class ResetForm(PageForm):
    """New access for somebody who lost theirs."""

    password = forms.CharField(
        label=gettext_lazy("Mật khẩu ban đầu mới"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    drop_second_factor = forms.BooleanField(
        label=gettext_lazy("Gỡ xác thực hai lớp (người dùng mất thiết bị)"), required=False
    )


class GrantForm(PageForm):
    """A role in a unit."""

    role = forms.ChoiceField(label=gettext_lazy("Vai trò"), choices=Role.choices)
    unit = UnitField(label=gettext_lazy("Đơn vị"))
    include_subtree = forms.BooleanField(label=gettext_lazy("Gồm cả đơn vị trực thuộc"), required=False)
    domain = forms.ChoiceField(label=gettext_lazy("Khối"), choices=Domain.choices)
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    basis = forms.CharField(label=gettext_lazy("Căn cứ"), max_length=300)


class ReasonForm(PageForm):
    """A reason for an act that cannot be done without one."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
