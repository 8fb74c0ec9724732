"""Invented people of the chapters on the workforce: how they are made, given facts and put into posts.

Identity numbers begin with 000, which no province has.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.workforce.enums import Block, FactKind, Sex
from sauro.workforce.models import Dossier, Post
from sauro.workforce.services.appointing import Place, appoint
from sauro.workforce.services.dossiers import NewPerson, make_dossier
from sauro.workforce.services.establishment import Paper, decide_allotment
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.particulars import Stated

SINCE = dt.date(2025, 7, 1)
PAPER = Paper("15/QĐ-UBND (mẫu)", dt.date(2025, 6, 30))
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
_GIVEN = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")
_MIDDLES = {Sex.FEMALE: ("Thị", "Ngọc", "Kim"), Sex.MALE: ("Văn", "Minh", "Quốc")}


def decide(actor: Actor, unit: Unit, posts: int) -> None:
    """Approve posts of cadres and civil servants for a unit."""
    decide_allotment(actor=actor, unit_id=unit.pk, block=Block.OFFICIALS, posts=posts, since=SINCE, paper=PAPER)


def sex_of(full_name: str) -> Sex:
    """Return what the middle name of an account tells."""
    return Sex.FEMALE if " Thị " in full_name else Sex.MALE


def invented(dice: Random, number: str) -> tuple[NewPerson, Sex]:
    """Return somebody who does not exist, with this identity number."""
    sex = dice.choice((Sex.FEMALE, Sex.MALE))
    return NewPerson(f"{dice.choice(_FAMILIES)} {dice.choice(_MIDDLES[sex])} {dice.choice(_GIVEN)}", number), sex


def make(actor: Actor, unit: Unit, who: NewPerson, sex: Sex, dice: Random) -> Dossier:
    """Open the dossier of somebody, with particulars and the facts that figures count."""
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


def seat(actor: Actor, unit: Unit, post: Post, dossier: Dossier) -> None:
    """Appoint the person of a dossier to a post of a unit."""
    appoint(actor=actor, dossier_id=dossier.pk, place=Place(unit.pk, post.pk, SINCE), paper=PAPER)
