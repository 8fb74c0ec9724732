"""Menu entries of careers, and their parts on the pages of a person and of a post."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.careers import official  # noqa: F401 -- its form registers itself
from sauro.careers.badges import course_words, level_words, move_badge, need_words, outcome_badge
from sauro.careers.enums import Outcome
from sauro.careers.models import OfficialAct
from sauro.careers.policies import MANAGE, PLANNING_VIEW, RECORD, VIEW, move_policy
from sauro.careers.rules.standards import course_of
from sauro.careers.selectors.gaps import PersonCheck, check_of, people_of_post, standards_of
from sauro.careers.selectors.moves import SOON_MONTHS, may_prepare, moves_of, open_ends, soon_due
from sauro.careers.selectors.own import own_side
from sauro.careers.services.watching import MOVE, PERSON
from sauro.common.clock import today
from sauro.notices.subjects import SubjectKind, register_subject
from sauro.tasks.home_panels import ShownHomePanel, Tile, register_home_panel
from sauro.ui.badges import Tone
from sauro.ui.navigation import NavItem, register
from sauro.workforce.models import Dossier, Post
from sauro.workforce.page_panels import Panel, register_own_panel, register_person_panel, register_post_panel
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.people import holds

_SHOWN = 5


def _of_person(actor: Actor, dossier: Dossier) -> dict[str, Any]:
    """What the page of a person shows: every demand of the post with how it stands, and assessments."""
    check = check_of(dossier, today())
    return {
        "dossier": dossier, "standard": check.standard, "results": _results(check),
        "assessments": [(one, holds(one, today())) for one in check.assessments],
        "may_record": dossier_policy.can(actor, "record", dossier),
    }  # fmt: skip


def _results(check: PersonCheck) -> list[tuple[object, ...]]:
    """Return the rows of a table of demands: words, what is held, how it stands, last day, where laid down."""
    paper = check.standard.decision if check.standard else ""
    return [
        (
            need_words(one.need, one.wanted, check.titles.get(one.competency, "")), level_words(one.need, one.held),
            outcome_badge(one.outcome, one.due), one.due if one.outcome != Outcome.MET else None,
            one.source(today()) or paper,
        )
        for one in check.results
    ]  # fmt: skip


def _of_own(_actor: Actor, dossier: Dossier) -> dict[str, Any]:
    """What a person reads of themselves: their post's demands, training that follows, terms, decided moves."""
    side = own_side(dossier)
    titles = side.check.titles
    needs = [(course_words(course_of(one), titles), one.due, one.outcome == Outcome.LACKING) for one in side.needs]
    acts = OfficialAct.objects.standing().filter(dossier=dossier).order_by("-valid")
    return {
        "dossier": dossier, "standard": side.check.standard, "results": _results(side.check), "needs": needs,
        "terms": side.terms, "moves": [(row, move_badge(row)) for row in side.moves], "acts": list(acts),
    }  # fmt: skip


def _of_post(actor: Actor, post: Post) -> dict[str, Any]:
    """What the page of a post shows: its standards, and how many of its people lack something."""
    people, lacking = people_of_post(actor, post)
    standards = standards_of(post)
    return {
        "post": post, "standards": [(one, holds(one, today())) for one in standards], "people": people,
        "lacking": lacking, "may_manage": actor.holds(MANAGE),
    }  # fmt: skip


def _moves_of_person(actor: Actor, dossier: Dossier) -> dict[str, Any]:
    """What the page of a person shows of moves."""
    rows = [(row, move_badge(row)) for row in moves_of(actor, dossier)]
    return {"dossier": dossier, "rows": rows, "may_record": may_prepare(actor, dossier)}


def _acts_of_person(actor: Actor, dossier: Dossier) -> dict[str, Any]:
    """What the page of a person shows of official decisions on leaving, screening and replacement."""
    rows = OfficialAct.objects.filter(dossier=dossier).order_by("-valid")
    return {"dossier": dossier, "rows": list(rows), "may_record": may_prepare(actor, dossier)}


def _due_soon(actor: Actor) -> ShownHomePanel | None:
    """The tiles of the first page: terms that fall due, and moves whose end nobody recorded."""
    if not actor.holds(RECORD):
        return None
    found, open_ = soon_due(actor), open_ends(actor).count()
    tiles = []
    if found:
        late = any(one.is_past for one in found)
        address = f"{reverse('workforce-deadlines')}?thang={SOON_MONTHS}"
        tone = Tone.LATE if late else Tone.SOON
        tiles.append(Tile(_("Thời hạn của cán bộ, 3 tháng tới"), len(found), address, tone, "calendar-due"))
    if open_:
        address = f"{reverse('career-move-list')}?han=qua"
        tiles.append(Tile(_("Biệt phái, luân chuyển quá hạn"), open_, address, Tone.LATE, "alert-triangle"))
    return ShownHomePanel("careers/home_panel.html", tiles, {"rows": found[:_SHOWN]}) if tiles else None


register(NavItem("career-moves", _("Luân chuyển, biệt phái"), "career-move-list", "arrows-exchange", VIEW, order=79))
register(NavItem("planning", _("Quy hoạch"), "planning", "sitemap", PLANNING_VIEW, order=80))
register_person_panel(Panel("moves", "careers/moves_panel.html", _moves_of_person, order=20))
register(NavItem("locals", _("Không là người địa phương"), "local-progress", "home-off", VIEW, order=81))
register(NavItem("acts", _("Thôi việc, thay thế"), "act-list", "door-exit", VIEW, order=82))
register_person_panel(Panel("acts", "careers/acts_panel.html", _acts_of_person, order=30))
register_home_panel("careers", _due_soon, order=40)
register_subject(SubjectKind(PERSON, dossier_policy.visible, lambda pk: reverse("person-detail", args=[pk])))
register_subject(SubjectKind(MOVE, move_policy.visible, lambda pk: reverse("career-move", args=[pk])))
register(NavItem("careers", _("Tiêu chuẩn, đào tạo"), "standards", "certificate", VIEW, order=78))
register_own_panel(Panel("standing", "careers/own_panel.html", _of_own, order=10))
register_person_panel(Panel("standard", "careers/person_panel.html", _of_person, order=10))
register_post_panel(Panel("standard", "careers/post_panel.html", _of_post, order=10))
