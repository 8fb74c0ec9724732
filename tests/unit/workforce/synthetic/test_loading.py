"""Writing the synthetic province: two communes through every constraint, and all of it against the resolution."""

from __future__ import annotations

import pytest
from django.db import connection
from tests.factories.folders import file_folder, quarantine_folder

from sauro.access.actor import Door, system_actor
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict
from sauro.demo.accounts import create_people, demo_units
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.organizations.models import Person, Unit
from sauro.organizations.services.set_up import set_up_units
from sauro.workforce.demo import play_workforce
from sauro.workforce.models import Dossier, Fact, Identity, Seat, Tenure
from sauro.workforce.services.settling import settle_dossiers
from sauro.workforce.synthetic.counting import Counted, count
from sauro.workforce.synthetic.loading import load_province, special_zones, write_people
from sauro.workforce.synthetic.people import Invented, people_for
from sauro.workforce.synthetic.prelude import play_province
from sauro.workforce.synthetic.recount import recount
from sauro.workforce.synthetic.shape import places
from sauro.workforce.synthetic.units import add_service_units

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("file_folder")]
SYSTEM = system_actor("test", door=Door.COMMAND)
TWO = (9, 101)
"""A commune with accounts of the demo, and a special zone."""


@pytest.fixture
def units() -> None:
    """The units and accounts of the demo."""
    set_up_units(actor=SYSTEM, province=PROVINCE, communes=demo_communes(), earlier=SINCE)
    create_people(actor=SYSTEM)


@pytest.mark.usefixtures("units")
def test_two_communes_pass_every_constraint_and_count_as_invented() -> None:
    add_service_units()
    every = list(places(special_zones=special_zones()))
    people = people_for(every, today())
    two = [at for at, place in enumerate(every) if place.commune in TWO]
    chosen = {number: people[at] for number, at in enumerate(two) if at in people}
    made = write_people([every[at] for at in two], chosen)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert (made.seats, made.people) == (len(two), len(chosen)) == (Seat.objects.count(), Tenure.objects.count())
    assert settle_dossiers() == 0
    rows = [_counted(one) for one in chosen.values()]
    invented = count(rows, [row for row in rows if row.party_post], today())
    found = recount(today())
    assert {code: found.get(code) for code in invented} == invented
    assert found["communes"] == len(TWO) and found["everyone.approved"] == len(two)
    _check_history()
    _check_domains()
    _check_accounts()


def _counted(one: Invented) -> Counted:
    place = one.place
    return Counted(
        place.block, place.post, one.sex, one.birth_date, one.ethnicity, one.education, one.theory, one.party_post
    )


def _check_history() -> None:
    """Every row has left its copy, though no service wrote it."""
    for model in (Dossier, Tenure, Fact, Seat, Identity):
        with connection.cursor() as cursor:
            table = model._meta.db_table
            cursor.execute(f"SELECT (SELECT count(*) FROM {table}), (SELECT count(*) FROM {table}event)")  # noqa: S608 -- names of our own tables
            rows, copies = cursor.fetchone()
        assert rows == copies > 0


def _check_domains() -> None:
    assert set(Dossier.objects.values_list("domain", flat=True)) == set(Domain.values)
    crossing = Dossier.objects.filter(person__dossiers__domain=Domain.STATE, domain=Domain.PARTY)
    assert crossing.exists() and not crossing.filter(tenure__isnull=False).exists()
    assert not Tenure.objects.exclude(unit__domain__in=Domain.values).exists()
    assert not Fact.objects.filter(kind="party_post").exclude(dossier__domain=Domain.PARTY).exists()
    assert not Fact.objects.filter(kind="ethnicity").exclude(detail="", value="").exists()


def _check_accounts() -> None:
    """Whoever signs in sits in the place of the title, and nobody else does."""
    chair = Tenure.objects.get(unit=demo_units()["xa1.UBND"], post__code="CT")
    signing_in = Person.objects.get(user__username="lanhdao.xa1")
    assert (chair.person_id == signing_in.pk) == (chair.dossier.particulars is not None and
                                                  chair.dossier.particulars.sex == "male")  # fmt: skip


@pytest.mark.usefixtures("units")
def test_records_that_are_there_are_not_mixed_with_invented_ones() -> None:
    play_workforce()
    with pytest.raises(Conflict) as refusal:
        load_province(actor=SYSTEM)
    assert refusal.value.code == "workforce-there"
    assert not Unit.objects.filter(code__endswith=".THCS").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("units")
def test_the_whole_province_gives_every_figure_and_loads_once() -> None:
    told: list[str] = []
    play_province(SYSTEM, told.append)
    play_province(SYSTEM, told.append)
    assert not [line for line in told if line.startswith("Lệch")]
    assert told[1].endswith("53/53 số liệu khớp.") and len(told) == 3
    assert Tenure.objects.count() == 47_557 and Seat.objects.count() == 55_152
