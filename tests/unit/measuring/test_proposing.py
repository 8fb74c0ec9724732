"""At the end of a month figures wait for whoever records the target; nothing is recorded until a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.headcounts import counted, stated
from tests.factories.targets import POOR, make_share
from tests.factories.workforce import make_post
from tests.personas import World
from tests.unit.measuring.test_measuring import HEAD, RECORDER, release_of_others

from sauro.audit.models import AuditEvent
from sauro.common.clock import VIETNAM, today
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.headcounts.models import Snapshot
from sauro.measuring.enums import Measure, ProposalState
from sauro.measuring.models import Proposal
from sauro.measuring.selectors.proposals import open_proposals, waiting_for
from sauro.measuring.services.measuring import link_measure, take_over
from sauro.measuring.services.proposing import propose_month, set_aside
from sauro.notices.models import Notice
from sauro.targets.models import Share
from sauro.workforce.enums import FactKind


@pytest.fixture
def share(world: World) -> Share:
    made = make_share(world, POOR, persona=HEAD, unit="snv")
    link_measure(actor=world.actor(HEAD), share_id=made.pk, measure=Measure.DIGITAL)
    stated(counted(world.units["ubnd_a"], make_post()), FactKind.TRAINING, "digital")
    counted(world.units["ubnd_b"], make_post())
    release_of_others(world)
    return made


def _next_month(monkeypatch: pytest.MonkeyPatch) -> dt.date:
    """Move the clock to the second day of the month after; return the last day of the one that has closed."""
    first = (today().replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    then = dt.datetime.combine(first + dt.timedelta(days=1), dt.time(9), tzinfo=VIETNAM)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)
    return first - dt.timedelta(days=1)


def test_a_closed_month_is_put_before_the_recorder_once(
    world: World, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = _next_month(monkeypatch)
    assert (propose_month(), propose_month()) == (1, 0)
    row = Proposal.objects.get()
    assert (row.share_id, row.day, row.state) == (share.pk, day, ProposalState.OPEN)
    assert Snapshot.objects.filter(domain="state", day=day).exists() and not share.actuals.exists()
    told = set(Notice.objects.filter(kind="target_measured").values_list("user", flat=True))
    assert world.users[RECORDER].pk in told and world.users["office_b"].pk not in told
    actor = world.actor(RECORDER)
    (waiting,) = waiting_for(actor)
    assert waiting.found is not None and (waiting.found.numerator, waiting.found.denominator) == (1, 20)
    assert not open_proposals(world.actor("office_b")).exists()
    actual = take_over(actor=actor, share_id=share.pk, day=day)
    row.refresh_from_db()
    assert (row.state, row.actual, actual.as_of) == (ProposalState.TAKEN, actual, day)
    assert not open_proposals(actor).exists() and propose_month() == 0


def test_the_next_month_waits_besides_and_one_can_be_set_aside(
    world: World, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    _next_month(monkeypatch)
    propose_month()
    later = _next_month(monkeypatch)
    assert propose_month() == 1
    actor = world.actor(RECORDER)
    first, second = open_proposals(actor)
    assert second.day == later > first.day
    with pytest.raises(DomainError) as refusal:
        set_aside(actor=actor, proposal_id=first.pk, reason="  ")
    assert refusal.value.code == "reason-needed"
    with pytest.raises(NotVisible):
        set_aside(actor=world.actor("office_b"), proposal_id=first.pk, reason="Số chưa đủ")
    set_aside(actor=actor, proposal_id=first.pk, reason="Số chưa đủ")
    with pytest.raises(Conflict):
        set_aside(actor=actor, proposal_id=first.pk, reason="Số chưa đủ")
    assert AuditEvent.objects.get(code="measuring.proposal.set_aside").reason == "Số chưa đủ"
    link_measure(actor=world.actor(HEAD), share_id=share.pk, measure="")
    assert not open_proposals(actor).exists()


def test_what_the_reader_may_have_no_figure_of_says_so(
    world: World, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    _next_month(monkeypatch)
    propose_month()
    waiting = waiting_for(world.actor(HEAD))
    assert [(one.found, bool(one.refused)) for one in waiting] == [(None, True)]
