"""Domain events of saved views. What somebody keeps for themselves is no deed that others have to know of."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

VIEW_SHARED = register_event("listings.view.shared", _("Chia sẻ cách xem danh sách"))
VIEW_WITHDRAWN = register_event("listings.view.withdrawn", _("Thôi chia sẻ cách xem danh sách"))
