"""Menu entry of the table of periods."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, Place, register

register(NavItem("periods", _("Bảng kỳ"), "periods", "calendar-time", "periods.view", order=40, place=Place.USER))
