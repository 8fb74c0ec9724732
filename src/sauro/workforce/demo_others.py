"""The Party's and the Front's side of the chapter on the workforce: three communes, small, by their own officer.

The chair and the deputies of a people's committee sit in the committee of the Party too: that is a second dossier of
the same person, in the Party's domain and without a post, which no query reads together with the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from sauro.access.actor import Actor
from sauro.demo.people import PEOPLE
from sauro.organizations.models import Person, Unit
from sauro.workforce.demo_people import SINCE, decide, invented, make, seat, sex_of
from sauro.workforce.enums import FactKind, PostGroup
from sauro.workforce.models import Dossier, Post
from sauro.workforce.services.dossiers import NewPerson
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.posts import PostFields

KEEPER = "tochuc.tinh"
_HEAD = PostGroup.LEADERSHIP
POSTS = (
    PostFields("DU-BT", "Bí thư Đảng ủy", group=_HEAD, rank=5, level=6, is_head=True, is_key=True),
    PostFields("DU-PBT", "Phó Bí thư Đảng ủy", group=_HEAD, rank=8, level=7, is_key=True),
    PostFields("DU-CVP", "Chánh Văn phòng Đảng ủy", group=_HEAD, rank=20, level=9, is_head=True),
    PostFields("MT-CT", "Chủ tịch Ủy ban Mặt trận Tổ quốc", group=_HEAD, rank=15, level=8, is_head=True),
    PostFields("MT-TT", "Trưởng tổ chức chính trị - xã hội", group=_HEAD, rank=20, level=9, is_head=True),
)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A post of a body, and the place in the committee that goes with it."""

    unit: str
    post: str
    place: str = ""


_SLOTS = (
    _Slot("DU", "DU-BT", "secretary"), _Slot("DU", "DU-PBT", "deputy"), _Slot("VPDU", "DU-CVP", "standing"),
    _Slot("VPDU", "CV", "member"), _Slot("VPDU", "CV", "member"), _Slot("MTTQ", "MT-CT"), _Slot("MTTQ", "CV"),
    _Slot("HND", "MT-TT"), _Slot("HPN", "MT-TT"), _Slot("DTN", "MT-TT"),
)  # fmt: skip
_APPROVED = {"DU": 3, "VPDU": 5, "MTTQ": 3, "HND": 2, "HPN": 2, "DTN": 2}
_LEADERS = {"lanhdao.xa1": ("xa1", "deputy"), "lanhdao.xa2": ("xa2", "deputy"), "truongphong.xa1": ("xa1", "member")}
"""Accounts of the State's side with a place in the committee of their commune."""


def play_others(
    actor: Actor, units: Mapping[str, Unit], posts: Mapping[str, Post], communes: tuple[str, ...],
    numbers: Iterator[str], known: Mapping[str, str],
) -> None:  # fmt: skip
    """Approve the posts, and put invented people in them. ``known`` are identity numbers given to accounts already."""
    dice = Random(11)  # noqa: S311 -- a story, no secret
    accounts = {(one.unit, one.title): one for one in PEOPLE}
    for commune in communes:
        for short, number in _APPROVED.items():
            decide(actor, units[f"{commune}.{short}"], number)
        for slot in _SLOTS:
            unit, post = units[f"{commune}.{slot.unit}"], posts[slot.post]
            account = accounts.get((f"{commune}.{slot.unit}", post.title))
            who, sex = invented(dice, next(numbers))
            if account is not None:
                person = Person.objects.get(user__username=account.username)
                who, sex = NewPerson(account.full_name, who.identity_number, person.pk), sex_of(account.full_name)
            dossier = make(actor, unit, who, sex, dice)
            seat(actor, unit, post, dossier)
            _elect(actor, dossier, slot.place)
    for username, (commune, place) in _LEADERS.items():
        account = next(one for one in PEOPLE if one.username == username)
        person = Person.objects.get(user__username=username)
        who = NewPerson(account.full_name, known.get(username, ""), person.pk)
        second = make(actor, units[f"{commune}.DU"], who, sex_of(account.full_name), dice)
        _elect(actor, second, place)


def _elect(actor: Actor, dossier: Dossier, place: str) -> None:
    if place:
        content = Content(SINCE, place)
        record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.PARTY_POST, content=content)
