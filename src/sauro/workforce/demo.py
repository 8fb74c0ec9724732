"""The chapter of the demo on the workforce: a catalogue, approved posts, and invented people in three communes.

Everything is invented and done through the services, as the person of the demo who keeps such records. Identity numbers
begin with 000, which no province has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import count
from random import Random

from django.db import transaction

from sauro.access.actor import Actor
from sauro.demo.accounts import demo_units
from sauro.demo.cast import demo_actors
from sauro.demo.people import PEOPLE
from sauro.organizations.models import Person, Unit
from sauro.workforce.enums import Block, FactKind, PostGroup, Sex
from sauro.workforce.models import Allotment, Dossier, Post
from sauro.workforce.services.appointing import Place, appoint
from sauro.workforce.services.dossiers import NewPerson, make_dossier
from sauro.workforce.services.establishment import Paper, decide_allotment
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.particulars import Stated
from sauro.workforce.services.posts import PostFields, save_post

KEEPER = "noivu.tinh"
SINCE = dt.date(2025, 7, 1)
PAPER = Paper("15/QĐ-UBND (mẫu)", dt.date(2025, 6, 30))
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
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
_GIVEN = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")
_MIDDLES = {Sex.FEMALE: ("Thị", "Ngọc", "Kim"), Sex.MALE: ("Văn", "Minh", "Quốc")}
_FILLED = 0.75


@transaction.atomic
def play_workforce() -> None:
    """Play the chapter, once."""
    if Allotment.objects.exists():
        return
    actor, units, dice = demo_actors()[KEEPER], demo_units(), Random(7)  # noqa: S311 -- a story, no secret
    posts = {fields.code: save_post(actor=actor, fields=fields) for fields in POSTS}
    numbers = (f"000{one:09d}" for one in count(101))
    for commune in _COMMUNES:
        for short, (number, _codes) in POSTS_OF.items():
            _decide(actor, units[f"{commune}.{short}"], number)
    _decide(actor, units["T.SNV"], 6)
    _place_accounts(actor, units, posts, numbers, dice)
    for commune in _COMMUNES:
        for short, (number, codes) in POSTS_OF.items():
            for _seat in range(round(number * _FILLED) - 1):
                _place_stranger(actor, units[f"{commune}.{short}"], posts[dice.choice(codes)], numbers, dice)


def _decide(actor: Actor, unit: Unit, posts: int) -> None:
    decide_allotment(actor=actor, unit_id=unit.pk, block=Block.OFFICIALS, posts=posts, since=SINCE, paper=PAPER)


def _place_accounts(
    actor: Actor, units: Mapping[str, Unit], posts: Mapping[str, Post], numbers: Iterator[str], dice: Random
) -> None:
    """Give the people of the demo who have accounts a dossier and, where a position of their title is known, a post."""
    by_title = {post.title: post for post in posts.values()}
    for one in PEOPLE:
        place, post = units[one.unit], by_title.get(one.title)
        has_posts = Allotment.objects.filter(unit=place).exists()
        if post is None or not has_posts:
            continue
        person = Person.objects.get(user__username=one.username)
        sex = Sex.FEMALE if " Thị " in one.full_name else Sex.MALE
        who = NewPerson(one.full_name, next(numbers), person.pk)
        _appoint(actor, place, post, _make(actor, place, who, sex, dice))


def _place_stranger(actor: Actor, unit: Unit, post: Post, numbers: Iterator[str], dice: Random) -> None:
    sex = dice.choice((Sex.FEMALE, Sex.MALE))
    name = f"{dice.choice(_FAMILIES)} {dice.choice(_MIDDLES[sex])} {dice.choice(_GIVEN)}"
    _appoint(actor, unit, post, _make(actor, unit, NewPerson(name, next(numbers)), sex, dice))


def _make(actor: Actor, unit: Unit, who: NewPerson, sex: Sex, dice: Random) -> Dossier:
    born = dt.date(dice.randint(1968, 2000), dice.randint(1, 12), dice.randint(1, 28))
    stated = Stated(sex, born, "Xã Ví Dụ, tỉnh Mẫu", "Ấp Thử", "", dt.date(born.year + 23, 9, 1), "12/12")
    dossier = make_dossier(actor=actor, unit_id=unit.pk, who=who, stated=stated)
    started = dt.date(born.year + 22, 7, 1)
    facts = [
        (FactKind.EDUCATION, Content(started, dice.choice(("university", "university", "university", "master")))),
        (FactKind.THEORY, Content(dt.date(2020, 6, 1), dice.choice(("elementary", "intermediate", "advanced")))),
        (FactKind.RANK, Content(max(started, SINCE), dice.choice(("officer", "specialist", "principal")))),
        (FactKind.RATING, Content(dt.date(2025, 12, 31), dice.choice(("done", "well", "well", "excellent")))),
        (FactKind.ETHNICITY, Content(born, detail=dice.choice(("Kinh", "Kinh", "Kinh", "Khmer", "Hoa")))),
    ]
    for kind, content in facts:
        record_fact(actor=actor, dossier_id=dossier.pk, kind=kind, content=content)
    return dossier


def _appoint(actor: Actor, unit: Unit, post: Post, dossier: Dossier) -> None:
    appoint(actor=actor, dossier_id=dossier.pk, place=Place(unit.pk, post.pk, SINCE), paper=PAPER)
