"""The chapter of the demo on the workforce: a catalogue, approved posts, and invented people in three communes.

Everything is invented and done through the services, as the people of the demo who keep such records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from random import Random

from django.db import transaction

from sauro.access.actor import Actor
from sauro.demo.accounts import demo_units
from sauro.demo.cast import demo_actors
from sauro.demo.people import PEOPLE
from sauro.organizations.models import Person, Unit
from sauro.workforce.demo_others import KEEPER as OTHERS_KEEPER
from sauro.workforce.demo_others import POSTS as OTHER_POSTS
from sauro.workforce.demo_others import play_others
from sauro.workforce.demo_people import SINCE, decide, invented, make, seat, sex_of
from sauro.workforce.enums import PostGroup
from sauro.workforce.models import Allotment, Post
from sauro.workforce.services.dossiers import NewPerson
from sauro.workforce.services.posts import PostFields, save_post

__all__ = ["KEEPER", "POSTS", "SINCE", "play_workforce"]

KEEPER = "noivu.tinh"
_HEAD = PostGroup.LEADERSHIP
POSTS = (
    PostFields("CT", "Chủ tịch", group=_HEAD, rank=10, level=7, is_head=True, is_key=True),
    PostFields("PCT", "Phó Chủ tịch", group=_HEAD, rank=15, level=8),
    PostFields("CVP", "Chánh Văn phòng", group=_HEAD, rank=20, level=9, is_head=True),
    PostFields("TP", "Trưởng phòng", group=_HEAD, rank=20, level=9, is_head=True),
    PostFields("PTP", "Phó Trưởng phòng", group=_HEAD, rank=25, level=10),
    PostFields("CV", "Chuyên viên", rank=50, standard="Đại học trở lên; lý luận chính trị từ sơ cấp."),
    PostFields("CV-DD", "Chuyên viên quản lý đất đai", field="Đất đai", rank=50, standard="Đại học ngành đất đai."),
    PostFields("CV-TC", "Chuyên viên tài chính - ngân sách", field="Tài chính", rank=50),
    PostFields("CV-CDS", "Chuyên viên chuyển đổi số", field="Công nghệ thông tin", rank=50),
    PostFields("VT", "Văn thư", group=PostGroup.SUPPORT, rank=80),
)
POSTS_OF = {"UBND": (4, ("PCT", "CV")), "VP": (9, ("CV", "CV-CDS")), "PKT": (10, ("PTP", "CV-DD", "CV-TC"))}
"""Posts given to the bodies of a commune, by the short code of the unit, and what the invented people hold there."""
_COMMUNES = ("xa1", "xa2", "xa3")
_FILLED = 0.75


@transaction.atomic
def play_workforce() -> None:
    """Play the chapter, once."""
    if Allotment.objects.exists():
        return
    actors, units, dice = demo_actors(), demo_units(), Random(7)  # noqa: S311 -- a story, no secret
    actor = actors[KEEPER]
    posts = {fields.code: save_post(actor=actor, fields=fields) for fields in (*POSTS, *OTHER_POSTS)}
    numbers = (f"000{one:09d}" for one in count(101))
    for commune in _COMMUNES:
        for short, (number, _codes) in POSTS_OF.items():
            decide(actor, units[f"{commune}.{short}"], number)
    decide(actor, units["T.SNV"], 6)
    given = _place_accounts(actor, units, posts, numbers, dice)
    for commune in _COMMUNES:
        for short, (number, codes) in POSTS_OF.items():
            for _seat in range(round(number * _FILLED) - 1):
                unit, post = units[f"{commune}.{short}"], posts[dice.choice(codes)]
                who, sex = invented(dice, next(numbers))
                seat(actor, unit, post, make(actor, unit, who, sex, dice))
    play_others(actors[OTHERS_KEEPER], units, posts, _COMMUNES, numbers, given)


def _place_accounts(
    actor: Actor, units: Mapping[str, Unit], posts: Mapping[str, Post], numbers: Iterator[str], dice: Random
) -> Mapping[str, str]:
    """Give the people of the demo who have accounts a dossier and, where a position of their title is known, a post.

    Returns the identity numbers by account.
    """
    by_title, given = {post.title: post for post in posts.values()}, {}
    for one in PEOPLE:
        place, post = units[one.unit], by_title.get(one.title)
        has_posts = Allotment.objects.filter(unit=place).exists()
        if post is None or not has_posts:
            continue
        person = Person.objects.get(user__username=one.username)
        given[one.username] = next(numbers)
        who = NewPerson(one.full_name, given[one.username], person.pk)
        seat(actor, place, post, make(actor, place, who, sex_of(one.full_name), dice))
    return given
