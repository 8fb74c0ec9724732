"""The next body above: where a difficulty goes by itself. Needs no permission: bodies are a public register."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit


def body_above(unit: Unit) -> Unit | None:
    """Return the next body above a unit in its own domain that uses the product.

    Territories hold no records: the committee of the territory above stands for it, so above the committee of a commune
    comes that of the province. Nobody would answer in a body without accounts: it is passed over.
    """
    above = unit.parent
    while above is not None:
        body = _committee_of(above, unit) if above.kind == UnitKind.TERRITORY else above
        if body is not None and _answers_for(body, unit):
            return body
        above = above.parent
    return None


def required_body_above(unit: Unit) -> Unit:
    """Return the next body above, or raise: somebody has to answer here."""
    above = body_above(unit)
    if above is None:
        raise DomainError("top", _("Không còn cấp trên nào trong hệ thống để chuyển đến. Hãy trả lời tại đây."))
    return above


def check_receiver(unit: Unit, there: Unit | None) -> Unit:
    """Return a body chosen by hand after checking that a difficulty of ``unit`` may be sent there.

    It goes upwards: to a body of the province, or to one above. Never across domains, nor to where nobody answers.
    """
    if there is None or not _answers_for(there, unit):
        raise DomainError(
            "unit-unknown",
            _("Cơ quan này không có, thuộc khối khác hoặc chưa dùng hệ thống. Hãy chọn lại."),
            field="to_unit",
        )
    if there.level != UnitLevel.PROVINCE and not unit.path.startswith(there.path):
        raise DomainError("not-above", _("Chỉ gửi đến cấp trên hoặc cơ quan cấp tỉnh."), field="to_unit")
    return there


def _answers_for(body: Unit, unit: Unit) -> bool:
    return body.kind != UnitKind.TERRITORY and body.domain == unit.domain and body.has_accounts


def _committee_of(territory: Unit, unit: Unit) -> Unit | None:
    """Return the committee of a territory in the unit's domain; none when it stands beside the unit, not above."""
    if territory.level == unit.level:
        return None
    committees = (UnitKind.PEOPLES_COMMITTEE, UnitKind.PARTY_COMMITTEE)
    rows = Unit.objects.filter(parent=territory, domain=unit.domain, level=territory.level, kind__in=committees)
    return rows.order_by("sort_key", "id").first()
