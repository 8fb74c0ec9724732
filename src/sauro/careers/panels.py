"""Menu entries of careers, and their parts on the pages of a person and of a post."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.careers.badges import level_words, need_words, outcome_badge
from sauro.careers.policies import MANAGE, VIEW
from sauro.careers.selectors.gaps import check_of, people_of_post, standards_of
from sauro.common.clock import today
from sauro.ui.navigation import NavItem, register
from sauro.workforce.models import Dossier, Post
from sauro.workforce.page_panels import Panel, register_person_panel, register_post_panel
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.people import holds


def _of_person(actor: Actor, dossier: Dossier) -> dict[str, Any]:
    """What the page of a person shows: every demand of the post with how it stands, and assessments."""
    check = check_of(dossier, today())
    results = [
        (
            need_words(one.need, one.wanted, check.titles.get(one.competency, "")), level_words(one.need, one.held),
            outcome_badge(one.outcome, one.due), one.due,
        )
        for one in check.results
    ]  # fmt: skip
    return {
        "dossier": dossier, "standard": check.standard, "results": results,
        "assessments": [(one, holds(one, today())) for one in check.assessments],
        "may_record": dossier_policy.can(actor, "record", dossier),
    }  # fmt: skip


def _of_post(actor: Actor, post: Post) -> dict[str, Any]:
    """What the page of a post shows: its standards, and how many of its people lack something."""
    people, lacking = people_of_post(actor, post)
    standards = standards_of(post)
    return {
        "post": post, "standards": [(one, holds(one, today())) for one in standards], "people": people,
        "lacking": lacking, "may_manage": actor.holds(MANAGE),
    }  # fmt: skip


register(NavItem("careers", _("Tiêu chuẩn, đào tạo"), "standards", "certificate", VIEW, order=78))
register_person_panel(Panel("standard", "careers/person_panel.html", _of_person, order=10))
register_post_panel(Panel("standard", "careers/post_panel.html", _of_post, order=10))
