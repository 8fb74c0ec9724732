"""A document that asks is taken back or purged: decisions and lines stand, and no word of a purged one does."""

from __future__ import annotations

import datetime as dt

from django.db import connection
from tests.factories.programmes import entry_of, plan_of, section
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.common.clock import today
from sauro.documents.models import Document
from sauro.documents.services.purging import confirm_purge, propose_purge
from sauro.programmes.enums import DemandState, ProgrammeState
from sauro.programmes.models import Demand, Entry, Programme
from sauro.programmes.selectors.coverage import GONE, sources_of
from sauro.programmes.services.entries import Amount
from sauro.programmes.services.gathering import gather_demands
from sauro.programmes.services.giving import give_entries
from sauro.programmes.services.versions import keep_version
from sauro.tasks.models import Assignment, ObligationBody

MARKER = "Qwzyk"


def taken_in(world: World, *specs: TaskSpec) -> Document:
    unit = world.units["ubnd_a"]
    return make_document(unit, DocumentSpec(list(specs)), units=(unit, world.units["stc"]))


def gather(world: World, plan: Programme) -> list[Demand]:
    gather_demands(actor=world.actor("office_a"), programme_id=plan.pk)
    return list(plan.demands.order_by("position"))


def test_those_after_except_are_not_asked(world: World) -> None:
    unit = world.units["ubnd_a"]
    everybody = "UBND các xã, phường rà soát trụ sở."
    document = taken_in(world, TaskSpec(everybody, section="I.1", leads=("UBND các xã, phường",)))
    Document.objects.filter(pk=document.pk).update(issuer_unit=world.units["ubnd"])
    plan = plan_of(world)
    assert [(one.text, one.is_sure) for one in gather(world, plan)] == [(everybody, True)]
    plan.demands.all().delete()
    ObligationBody.objects.filter(obligation__document=document).update(exceptions=[unit.territory.name])
    assert gather(world, plan) == []


def test_a_document_taken_back_says_so_and_nothing_is_lost(world: World) -> None:
    unit = world.units["ubnd_a"]
    document = taken_in(world, TaskSpec(f"{unit.name} lắp đèn đường.", section="I.1", leads=(unit.name,)))
    plan = plan_of(world)
    (demand,) = gather(world, plan)
    entry = entry_of(world, plan, demand_id=demand.pk)
    propose_purge(actor=world.actor("office_a"), document_id=document.pk, reason="Nghi mang dấu mật")
    (source,) = sources_of(plan)
    assert source.is_withdrawn
    (again,) = gather(world, plan)
    assert (again.state, again.is_source_changed) == (DemandState.TAKEN_UP, True)
    entry.refresh_from_db()
    assert entry.answers.count() == 1


def test_a_purged_document_leaves_no_word_in_lines_versions_and_tasks(world: World) -> None:
    unit = world.units["ubnd_a"]
    secret = TaskSpec(f"{unit.name} xây {MARKER}.", section="I.1", leads=(unit.name,), due_on=dt.date(2028, 6, 30))
    document = taken_in(world, secret)
    plan = plan_of(world)
    (demand,) = gather(world, plan)
    money = (Amount(2027, "commune", 5, national_programme=MARKER),)  # type: ignore[arg-type]  # a whole number
    written = dict.fromkeys(("work", "measures", "product", "authority", "assets", "coordinators"), MARKER)
    entry = entry_of(world, plan, demand_id=demand.pk, money="budget", fundings=money, due_text=MARKER, **written)
    other = entry_of(world, plan, work="Việc khác")
    office = world.actor("office_a")
    keep_version(actor=office, programme_id=plan.pk, label="Trước")
    Programme.objects.filter(pk=plan.pk).update(state=ProgrammeState.ISSUED, number="1/KH", issued_on=today())
    (task,) = give_entries(actor=office, programme_id=plan.pk, entry_ids=[entry.pk])
    propose_purge(actor=world.actor("office_a"), document_id=document.pk, reason="Phát hiện dấu mật")
    confirm_purge(actor=world.actor("admin"), document_id=document.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE tablename ~ '^(programmes|tasks)_'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%{MARKER}%'")  # noqa: S608 -- names of our own tables
            assert (table, cursor.fetchone()) == (table, (0,))
    works = list(Entry.objects.filter(section=section(plan)).order_by("position").values_list("work", flat=True))
    assert works == [GONE, other.work]
    assert [one["work"] for one in plan.versions.get().content["entries"]] == [GONE, other.work]
    assert Assignment.objects.get(pk=task.pk).state == "stopped"
