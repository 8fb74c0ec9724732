"""Menu entry of the figures about the machine."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(
    NavItem("accuracy", _("Độ chính xác của máy"), "accuracy", "target-arrow", permission="accuracy.view", order=88)
)
