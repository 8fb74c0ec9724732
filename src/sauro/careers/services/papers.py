"""The papers of a move as official documents: the draft decision, and the submission that asks for it.

What is not on record stands in brackets, in bold, so that nobody signs over a gap. Nothing is concluded in place of the
body that decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.careers import events
from sauro.careers.enums import MoveKind, Outcome
from sauro.careers.models import Move
from sauro.careers.policies import move_policy
from sauro.careers.rules.moves import MoveFinding
from sauro.careers.rules.provisions import AMENDED_FROM
from sauro.careers.selectors.moves import findings_of, visible_moves
from sauro.common.domains import Domain
from sauro.documents.services.composing import PaperKind, composed
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.organizations.selectors.letterhead import capacity_lines, letterhead_of
from sauro.workforce.enums import Sex
from vanban.compose.kinds import abbreviation, split_number
from vanban.compose.model import (
    Block,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Paragraph,
    Signature,
    Table,
    Text,
    article,
    bold,
    section,
)

_DEPUTY = "phó "
_TWO_DIGITS = 2
"""The last month written with two digits (NĐ 30/2020/NĐ-CP, Phụ lục I)."""


class MovePaper(StrEnum):
    """The papers that can be composed, by their words in the address."""

    DECISION = "quyet-dinh"
    SUBMISSION = "to-trinh"


def compose_move(*, actor: Actor, move_id: UUID, paper: MovePaper) -> tuple[bytes, str]:
    """Return a paper of a move as a .docx and its file name; that it was composed is recorded."""
    move = move_policy.get_visible(actor, move_id, base=visible_moves(actor))
    move_policy.require(actor, "record", move)
    content = decision_content(move) if paper == MovePaper.DECISION else submission_content(move, findings_of(move))
    data = composed(content, PaperKind.DOCX)
    with transaction.atomic():
        record_event(actor=actor, event=events.MOVE_COMPOSED, obj=move, changes={"paper": str(paper)})
    return data, f"{paper}-{move.code}.docx"


def decision_content(move: Move) -> Content:
    """Return the draft decision."""
    issuer = move.issuer or move.from_unit
    name = issuer.name if move.issuer else _gap(_("cơ quan ban hành"))
    return Content(
        kind=Kind.QUYET_DINH,
        layout=_layout(move),
        subject=_("%(kind)s %(person)s") % {"kind": move.get_kind_display(), "person": _person(move)},
        header=_header(move, Kind.QUYET_DINH),
        bases=tuple(_bases(move)),
        authority=_authority(move, name),
        body=tuple(_articles(move)),
        signature=Signature(_capacity(move)),
        recipients=(_("Như Điều 3"), move.to_unit.name, move.from_unit.name),
        filing="VT",
    )


def submission_content(move: Move, found: list[MoveFinding]) -> Content:
    """Return the submission: who, from where to where, the conditions as the records have them, what is asked for."""
    who = Paragraph(_one(move))
    conditions = Table(
        (Column(_("Điều kiện"), 4), Column(_("Căn cứ"), 4), Column(_("Theo hồ sơ"), 2)),
        tuple((str(one.condition.label), one.source, _outcome(one)) for one in found),
    )
    return Content(
        kind=Kind.TO_TRINH,
        layout=_layout(move),
        subject=_("Về việc %(kind)s %(person)s") % {"kind": _kind(move), "person": _person(move)},
        header=_header(move, Kind.TO_TRINH),
        addressees=(move.issuer.name if move.issuer else _gap(_("cơ quan có thẩm quyền")),),
        body=(
            section(_("Sự cần thiết"), Paragraph((bold(_gap(_("lý do, yêu cầu nhiệm vụ"))),))),
            section(_("Người được đề nghị"), who),
            section(_("Điều kiện theo quy định"), conditions),
            section(_("Đề nghị"), Paragraph(_asked(move))),
        ),
        signature=Signature((_gap(_("chức vụ người ký")),)),
        recipients=(_("Như trên"),),
        filing="VT",
    )


def _gap(what: str) -> str:
    return _("[chưa ghi: %(what)s]") % {"what": what}


def _layout(move: Move) -> Layout:
    return Layout.PARTY if move.domain == Domain.PARTY else Layout.STATE


def _header(move: Move, kind: Kind) -> Header:
    unit = (move.issuer if kind is Kind.QUYET_DINH else None) or move.from_unit
    head = letterhead_of(unit)
    number, symbol = split_number(move.decision) if kind is Kind.QUYET_DINH else ("", "")
    if kind is Kind.QUYET_DINH and move.issuer is None:
        # The unit the person leaves decides nothing: its letterhead would be taken for that of the issuer.
        letters = symbol or abbreviation(kind, _layout(move))
        return Header(
            upper=(), issuer=(_gap(_("cơ quan ban hành")),), number=number, symbol=letters, place=head.place,
            date=move.decided_on,
        )  # fmt: skip
    return Header(
        upper=head.upper, issuer=head.issuer, number=number, symbol=symbol or _symbol(kind, unit),
        place=head.place, date=move.decided_on if kind is Kind.QUYET_DINH else None,
    )  # fmt: skip


def _symbol(kind: Kind, unit: Unit) -> str:
    """Return the letters of a draft; those of a people's committee are known, of others the clerk adds them."""
    is_party = unit.domain == Domain.PARTY
    letters = abbreviation(kind, Layout.PARTY if is_party else Layout.STATE)
    return f"{letters}-UBND" if unit.kind == UnitKind.PEOPLES_COMMITTEE else letters


def _person(move: Move) -> str:
    stated = move.dossier.particulars
    if move.domain == Domain.PARTY:
        return _("đồng chí %(name)s") % {"name": move.dossier.person.full_name}
    title = {Sex.FEMALE: _("bà"), Sex.MALE: _("ông")}.get(Sex(stated.sex) if stated else None, _("ông (bà)"))  # type: ignore[arg-type]  # None is no key
    return f"{title} {move.dossier.person.full_name}"


def _kind(move: Move) -> str:
    return str(MoveKind(move.kind).label).lower()


def _bases(move: Move) -> Iterator[str]:
    if move.domain == Domain.PARTY:
        yield _("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;")
        yield _("Căn cứ %(gap)s;") % {"gap": _gap(_("quy chế làm việc, quy định phân cấp quản lý cán bộ"))}
    else:
        yield _("Căn cứ Luật Cán bộ, công chức số 80/2025/QH15;")
        yield _decree(move)
    yield _("Xét đề nghị của %(gap)s.") % {"gap": _gap(_("cơ quan đề nghị"))}


def _decree(move: Move) -> str:
    """Return the decree as it stands on the first day of the move."""
    if move.first_day < AMENDED_FROM:
        return _("Căn cứ Nghị định số 170/2025/NĐ-CP của Chính phủ;")
    return _("Căn cứ Nghị định số 170/2025/NĐ-CP của Chính phủ, được sửa đổi, bổ sung bởi Nghị định số 300/2026/NĐ-CP;")


def _authority(move: Move, name: str) -> str:
    """Return who decides: the head of the body in person, also where a deputy signs for them."""
    return f"{_head(move.signer_capacity)} {name}".strip().upper() if move.signer_capacity else name.upper()


def _capacity(move: Move) -> tuple[str, ...]:
    """Return the lines above the name of who signs: whoever decides in person signs in nobody's name.

    A deputy signs in place of the head. In the Party the committee decides, in whose name it is signed.
    """
    title = move.signer_capacity
    if not title:
        return (_gap(_("chức vụ người ký")),)
    if move.domain == Domain.PARTY:
        return capacity_lines(move.issuer or move.from_unit, title)
    head = _head(title)
    return (title.upper(),) if head == title else (f"KT. {head}".upper(), title.upper())


def _head(title: str) -> str:
    """Return the title of whom a deputy stands in for; of anybody else the title itself."""
    return title[len(_DEPUTY) :].strip() if title.lower().startswith(_DEPUTY) else title


def _day(day: dt.date) -> str:
    """Return a day as documents write it: two digits for days below 10 and for January and February."""
    words = _("ngày %(day)02d tháng %(month)s năm %(year)d")
    return words % {
        "day": day.day,
        "month": f"{day.month:02d}" if day.month <= _TWO_DIGITS else day.month,
        "year": day.year,
    }


def _one(move: Move) -> Text:
    held = {
        "person": _begun(_person(move)), "post": move.from_post.title if move.from_post else _gap(_("vị trí")),
        "unit": move.from_unit.name,
    }  # fmt: skip
    return _("%(person)s, %(post)s, %(unit)s.") % held


def _begun(words: str) -> str:
    """Return words with a capital at the beginning; the rest, such as a name, as it is."""
    return words[:1].upper() + words[1:]


def _days(move: Move) -> str:
    held = {"first": _day(move.first_day)}
    if move.last_day is None:
        return _("từ %(first)s; thời hạn: %(gap)s") % {**held, "gap": _gap(_("thời hạn"))}
    return _("từ %(first)s đến hết %(last)s") % {**held, "last": _day(move.last_day)}


def _asked(move: Move) -> str:
    held = {
        "kind": _kind(move), "person": _person(move), "post": move.to_post.title, "unit": move.to_unit.name,
        "days": _days(move),
    }  # fmt: skip
    return _("Kính đề nghị xem xét, quyết định %(kind)s %(person)s, vị trí %(post)s, %(unit)s, %(days)s.") % held


def _articles(move: Move) -> Iterator[Block]:
    held = {
        "kind": str(MoveKind(move.kind).label), "person": _person(move),
        "from_post": move.from_post.title if move.from_post else _gap(_("vị trí")), "from_unit": move.from_unit.name,
        "post": move.to_post.title, "unit": move.to_unit.name, "days": _days(move),
    }  # fmt: skip
    if move.kind == MoveKind.REAPPOINTMENT:
        yield article(_("Bổ nhiệm lại %(person)s giữ chức vụ %(post)s, %(unit)s, %(days)s.") % held)
    else:
        words = _("%(kind)s %(person)s, %(from_post)s, %(from_unit)s, đến vị trí %(post)s, %(unit)s, %(days)s.")
        yield article(words % held)
    if move.kind == MoveKind.SECONDMENT:
        yield article(
            _("%(from_unit)s trả lương và bảo đảm quyền lợi khác của người được biệt phái theo quy định.") % held
        )
    else:
        yield article((_("Lương, phụ cấp và chế độ khác: "), bold(_gap(_("mức, thời gian hưởng theo quy định"))), "."))
    words = _("Thủ trưởng %(from_unit)s, %(unit)s và %(person)s chịu trách nhiệm thi hành Quyết định này.")
    yield article(words % held)


def _outcome(one: MoveFinding) -> str:
    return _gap(_("kiểm tra")) if one.outcome == Outcome.UNKNOWN else str(one.outcome.label)
