"""Rules for passwords, in the words of the users."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LengthValidator(MinimumLengthValidator):
    """Asks for a length; Django's own sentence for it has no Vietnamese translation."""

    def get_error_message(self) -> str:
        """Return the sentence for a password that is too short."""
        return _("Mật khẩu quá ngắn: cần ít nhất %(length)s ký tự.") % {"length": self.min_length}

    def get_help_text(self) -> str:
        """Return the rule as a hint."""
        return _("Mật khẩu cần ít nhất %(length)s ký tự.") % {"length": self.min_length}
