"""The demo: loaded once it shows every state of the work; loaded again it changes nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F, Q
from tests.factories.folders import file_folder, quarantine_folder

from sauro.access.actor import Door, system_actor
from sauro.accounts.models import Grant, User
from sauro.common.domains import Domain
from sauro.demo.accounts import create_people, demo_units
from sauro.demo.people import PASSWORD, PEOPLE
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.demo.story import DOCUMENTS, FATES, Fate, Stage
from sauro.demo.work import play_story
from sauro.discussions.models import Comment
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document
from sauro.headcounts.models import Release
from sauro.organizations.models import Person, Unit
from sauro.organizations.services.set_up import set_up_units
from sauro.periodic_reports.models import FigureValue, Round, UnitReport
from sauro.plans.models import MonthlyPart
from sauro.runtime.folder import CHECKOUT
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment, Binding, Criterion, Handover, LikelyPair, Obligation
from sauro.workforce.models import Dossier, Fact

__all__ = ["file_folder", "quarantine_folder"]

SYSTEM = system_actor("test", door=Door.COMMAND)
INVENTED = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")


def load() -> str:
    """Run the command and return what it prints."""
    told = io.StringIO()
    call_command("load_demo", stdout=told)
    return told.getvalue()


def _set_up() -> None:
    """Load units and people, and tell the planner of them.

    What earlier tests rolled back may have been vacuumed since: their tables then look empty to the planner until the
    load is committed, which in a test it never is.
    """
    set_up_units(actor=SYSTEM, province=PROVINCE, communes=demo_communes(), earlier=SINCE)
    create_people(actor=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE organizations_unit, organizations_person, organizations_appointment")


def _counts() -> tuple[int, ...]:
    return tuple(
        model.objects.count() for model in (Unit, User, Grant, Document, Obligation, Assignment, UnitReport, Comment)
    )


def _check_workforce() -> None:
    """Every domain has people and has released its figures; a member of a committee who works elsewhere has a second
    dossier there, without a post.
    """
    assert set(Dossier.objects.values_list("domain", flat=True)) == set(Domain.values)
    assert set(Release.objects.values_list("domain", flat=True)) == set(Domain.values)
    seconds = Dossier.objects.filter(domain=Domain.PARTY, tenure=None)
    assert set(seconds.values_list("person__dossiers__domain", flat=True)) == {Domain.PARTY, Domain.STATE}
    assert Fact.objects.filter(kind="party_post", value="secretary").count() == 3


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.usefixtures("file_folder", "quarantine_folder")
def test_demo_shows_the_whole_loop_and_loads_once() -> None:
    _set_up()
    told = load()
    assert PASSWORD in told and all(person.username in told for person in PEOPLE)
    assert set(Assignment.objects.values_list("state", flat=True)) == set(AssignmentState) - {AssignmentState.STOPPED}
    _check_documents()
    _check_people()
    _check_domains()
    _check_reports()
    _check_teamwork()
    _check_workforce()
    before = _counts()
    load()
    assert _counts() == before


def _check_reports() -> None:
    running, older = Round.objects.order_by("-last")
    assert set(running.reports.values_list("state", flat=True)) == {"open", "with_head", "sent", "accepted"}
    assert set(older.reports.values_list("state", flat=True)) == {"open", "sent"}
    counted = FigureValue.objects.filter(report__round=running, report__level=1, field__code="duoc-giao")
    assert counted.filter(value__gt=0).exists()


def _check_teamwork() -> None:
    """Split and bound work, comments, criteria and monthly parts: every screen of a task has something to show."""
    shares = Assignment.objects.filter(share__isnull=False)
    assert shares.filter(parent__unit=demo_units()["xa1.UBND"]).count() == 2
    assert shares.filter(progress__gt=0).exists()
    assert len(set(Comment.objects.values_list("audience", flat=True))) == 2
    assert Criterion.objects.filter(answers__verdict="unmet").exists()
    assert sum(MonthlyPart.objects.values_list("share", flat=True)) == 100
    assert MonthlyPart.objects.filter(delivered_at__isnull=False).count() == 1
    assert Binding.objects.count() == (1 if LikelyPair.objects.filter(state="bound").exists() else 0)


def _check_documents() -> None:
    assert Document.objects.count() == Document.objects.filter(is_sample=True).count() == len(DOCUMENTS)
    sent = {sample.file for sample in DOCUMENTS if sample.stage == Stage.SENT}
    names = Document.objects.filter(state=DocumentState.SENT).values_list("file_name", flat=True)
    assert {name[:3] for name in names} == sent
    begun = Document.objects.get(file_name__startswith="013")
    assert begun.obligations.filter(state="accepted").count() == 12
    assert begun.obligations.filter(state="proposed").count() > 12
    assert Assignment.objects.filter(is_kept_by_giver=True).count() > 90


def _check_people() -> None:
    assert all(person.full_name.endswith(INVENTED) for person in Person.objects.all())
    signing_in = User.objects.get(username="giamdoc.snv")
    assert signing_in.check_password(PASSWORD) and not signing_in.must_change_password
    units = demo_units()
    assert units["xa1.UBND"].has_accounts and not units["T.SYT"].has_accounts


def _check_domains() -> None:
    """Party records stay with the Party, and what crossed did so by a hand-over. Lines of a plan are a body's own."""
    for document in Document.objects.select_related("owner_unit"):
        assert document.domain == document.owner_unit.domain
    of_plans = Q(programme_line__isnull=False) | Q(parent__programme_line__isnull=False)
    crossed = Assignment.objects.filter(giver_unit=F("unit"), share__isnull=True).exclude(of_plans)
    assert crossed.exists() and Domain.STATE not in {one.domain for one in crossed}
    assert set(Handover.objects.values_list("assignment_code", flat=True)) == {one.code for one in crossed}


def test_every_fate_is_met_by_somebody() -> None:
    assert set(FATES) == set(Fate)


@pytest.mark.django_db
@pytest.mark.usefixtures("file_folder", "quarantine_folder")
def test_unreadable_sample_is_skipped_and_told(tmp_path: Path) -> None:
    set_up_units(actor=SYSTEM, province=PROVINCE, communes=demo_communes())
    create_people(actor=SYSTEM)
    (tmp_path / "011-hong.docx").write_bytes(b"PK\x03\x04 hong")
    good = next((CHECKOUT / "samples" / "built").glob("008-*.docx"))
    (tmp_path / good.name).write_bytes(good.read_bytes())
    result = play_story(tmp_path)
    assert [document.file_name for document in result.taken_in] == [good.name]
    assert [line.split(":")[0] for line in result.skipped] == ["011-hong.docx"]
    assert Document.objects.count() == 1
