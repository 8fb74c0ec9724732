"""Menu entries of documents."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("documents", _("Văn bản"), "document-list", "file-text", permission="documents.view", order=30))
register(NavItem("check-draft", _("Kiểm tra trước khi ký"), "check-draft", "writing", order=35))
register(NavItem("purges", _("Tiêu hủy văn bản mật"), "purge-list", "shield-x", permission="secrecy.purge", order=85))
