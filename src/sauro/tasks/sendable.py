"""When an obligation may become assignments."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Obligation


def why_not_sendable(obligation: Obligation) -> str:
    """Return the sentence that tells why an obligation cannot be sent; empty when it can."""
    if obligation.state != ObligationState.ACCEPTED:
        return _("chưa được chấp nhận khi rà soát")
    if obligation.is_general_direction:
        return _("là chỉ đạo chung, không giao thành nhiệm vụ")
    if obligation.sent_at is not None:
        return _("đã giao trước đó")
    issued = obligation.document.issued_on
    if obligation.due_on and issued and obligation.due_on < issued:
        return _("có thời hạn trước ngày ban hành văn bản; hãy sửa thời hạn rồi giao")
    return ""
