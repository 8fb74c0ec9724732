"""The public service units of the synthetic province's communes, which the usual set-up of a province does not know."""

from __future__ import annotations

from sauro.common.domains import Domain
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.services.blueprint import PlannedUnit, ProvincePlan, commune_code, plan_province
from sauro.organizations.services.locks import lock_register
from sauro.organizations.services.set_up import PARTY_CUT_OVER, ROOT_CODE, TWO_TIER_START
from sauro.organizations.services.writing import write_blueprint
from sauro.workforce.synthetic.shape import SERVICE_UNITS

BASIS = "Dữ liệu mẫu"
_FIRST_POSITION = 60
"""Behind the bodies of the commune, which are fewer than so many."""


def add_service_units() -> int:
    """Add the schools and the health station of every commune, below its people's committee; return how many."""
    lock_register()
    known = dict(Unit.objects.values_list("code", "id"))
    communes = demo_communes()
    blueprint = plan_province(
        ProvincePlan(
            province=PROVINCE, communes=communes, former=(), optional_departments=frozenset(), starts=TWO_TIER_START,
            party_cut_over=PARTY_CUT_OVER, root_code=ROOT_CODE, earlier=SINCE,
        )
    )  # fmt: skip
    first = {unit.code: unit.position for unit in blueprint.units}
    for row in communes:
        territory = commune_code(row.code)
        for number, body in enumerate(SERVICE_UNITS):
            blueprint.units.append(
                PlannedUnit(
                    code=f"{territory}.{body.suffix}", name=body.name.format(place=row.name),
                    kind=UnitKind.SERVICE_CENTRE, level=UnitLevel.COMMUNE, domain=Domain.STATE,
                    parent=f"{territory}.UBND", territory=territory,
                    position=first[territory] + _FIRST_POSITION + number, starts=TWO_TIER_START, basis=BASIS,
                    commune_type=row.type, short_name_is_alias=False,
                )
            )  # fmt: skip
    return write_blueprint(blueprint, known=known)
