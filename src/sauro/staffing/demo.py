"""The chapter of the demo on moves: points of the three communes, needs, some who could move, and one scenario.

It goes on from the chapter of the workforce, with its invented people, through the services.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from sauro.common.clock import today
from sauro.demo.accounts import demo_units
from sauro.demo.cast import demo_actors
from sauro.staffing.models import Scenario
from sauro.staffing.services.data import Movable, OnMap, save_need, save_place, save_standing
from sauro.staffing.services.running import Question, ask_scenario
from sauro.workforce.demo import KEEPER
from sauro.workforce.models import Post, Tenure

_PLACES = {"xa1": OnMap(10.40, 105.10), "xa2": OnMap(10.52, 105.32, 1), "xa3": OnMap(10.21, 104.95, 2)}
_NEEDS = (
    ("xa1.VP", "CV", 1), ("xa1.PKT", "CV-TC", 1), ("xa2.VP", "CV-CDS", 1), ("xa2.PKT", "CV-DD", 2), ("xa3.VP", "CV", 1),
    ("xa3.PKT", "CV-TC", 2),
)  # fmt: skip
_EACH = 3
"""How many people of each commune could move."""


@transaction.atomic
def play_staffing() -> None:
    """Play the chapter, once."""
    if Scenario.objects.exists():
        return
    actor, units = demo_actors()[KEEPER], demo_units()
    posts = {post.code: post for post in Post.objects.all()}
    for code, on_map in _PLACES.items():
        save_place(actor=actor, unit_id=units[code].pk, on_map=on_map)
        held = Tenure.objects.as_of(today()).filter(
            unit__path__startswith=units[code].path, dossier__domain=units[f"{code}.UBND"].domain,
            post__code__startswith="CV", post__is_head=False,
        )  # fmt: skip
        for number, tenure in enumerate(held.order_by("dossier__code")[:_EACH]):
            movable = Movable(could_move=True, circumstances=number)
            save_standing(actor=actor, dossier_id=tenure.dossier_id, movable=movable)
    for code, post, number in _NEEDS:
        save_need(actor=actor, unit_id=units[code].pk, post_id=posts[post].pk, number=number)
    question = Question("Phương án mẫu", today() + dt.timedelta(days=30), consent_needed=False)
    ask_scenario(actor=actor, unit_id=units["T"].pk, question=question)
