"""The prescribed forms and papers as files. Whoever takes out another person's points leaves that on record."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import RoundState
from sauro.appraisals.models import Sheet
from sauro.appraisals.papers.monthly import monthly_form
from sauro.appraisals.papers.rounds import decision_content, minutes_form, notice_content
from sauro.appraisals.papers.yearly import YearPaper, yearly_form
from sauro.appraisals.policies import sheet_policy
from sauro.appraisals.selectors.own_levels import own_level, own_levels_of
from sauro.appraisals.selectors.own_year import person_year
from sauro.appraisals.selectors.ratings import get_rating, get_round, own_ratings, ratings_of
from sauro.appraisals.selectors.sheets import get_sheet_page, own_sheets
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError
from sauro.documents.services.composing import PaperKind, composed
from vanban.text.normalize import fold

MadeFile = tuple[bytes, str]


class RoundPaper(StrEnum):
    """The papers of a round, by their words in the address."""

    MINUTES = "bien-ban"
    DECISION = "quyet-dinh"


class RatingPaper(StrEnum):
    """The papers of one person's rating, by their words in the address."""

    FORM = "phieu"
    NOTICE = "thong-bao"


def sheet_file(*, actor: Actor, sheet_id: UUID, kind: PaperKind) -> MadeFile:
    """Return the filled form of a month and its name (Mẫu số 01)."""
    page = get_sheet_page(actor, sheet_id)
    data = composed(monthly_form(page), kind)
    with transaction.atomic():
        record_event(actor=actor, event=events.SHEET_PRINTED, obj=page.sheet, changes={"kind": [None, str(kind)]})
    return data, file_name("phieu", f"{page.sheet.month:%m-%Y}", page.sheet.appointment.person.full_name, kind=kind)


def own_year_file(*, actor: Actor, year: int, kind: PaperKind) -> MadeFile:
    """Return the actor's own form of a year (Mẫu số 02). Raises ``no-sheet``."""
    sheets = own_sheets(actor, year=year)
    if not sheets:
        raise DomainError("no-sheet", _("Năm này bạn chưa có phiếu đánh giá tháng nào."))
    latest = sheets[-1]
    decided = next((one for one in own_ratings(actor) if one.round.year == year), None)
    paper = YearPaper(
        latest.appointment, latest.unit, latest.subject, year, person_year(sheets, year),
        own_level(actor, year), decided,
    )  # fmt: skip
    return composed(yearly_form(paper), kind), file_name("xep-loai", str(year), actor.name, kind=kind)


def rating_file(*, actor: Actor, rating_id: UUID, paper: RatingPaper, kind: PaperKind) -> MadeFile:
    """Return a paper of a person's rating. Raises ``not-decided`` for the notice of what is not decided yet."""
    rating = get_rating(actor, rating_id)
    if paper == RatingPaper.NOTICE:
        if rating.round.state != RoundState.DECIDED or not rating.level:
            raise Conflict("not-decided", _("Chưa có quyết định xếp loại nên chưa lập thông báo."))
        content = notice_content(rating)
    else:
        sheets = _sheets_of(actor, rating.appointment.person_id, rating.round.year)
        own = own_levels_of(actor, rating.round.year, [rating.appointment_id]).get(rating.appointment_id)
        subject = sheets[-1].subject if sheets else "civil_servant"
        year = person_year(sheets, rating.round.year)
        content = yearly_form(YearPaper(rating.appointment, rating.unit, subject, rating.round.year, year, own, rating))
    data = composed(content, kind)
    with transaction.atomic():
        record_event(actor=actor, event=events.YEAR_PRINTED, obj=rating, changes={"paper": [None, str(paper)]})
    return data, file_name(paper, str(rating.round.year), rating.appointment.person.full_name, kind=kind)


def round_file(*, actor: Actor, round_id: UUID, paper: RoundPaper, kind: PaperKind) -> MadeFile:
    """Return the minutes or the decision of a round."""
    found = get_round(actor, round_id)
    rows = ratings_of(found)
    if paper == RoundPaper.DECISION:
        content = decision_content(found, rows)
    else:
        own = own_levels_of(actor, found.year, [one.appointment_id for one in rows])
        content = minutes_form(found, rows, own)
    data = composed(content, kind)
    with transaction.atomic():
        record_event(actor=actor, event=events.ROUND_PRINTED, obj=found, changes={"paper": [None, str(paper)]})
    return data, file_name(paper, str(found.year), found.unit.name, kind=kind)


def _sheets_of(actor: Actor, person_id: UUID, year: int) -> list[Sheet]:
    rows = sheet_policy.visible(actor).filter(appointment__person=person_id, month__year=year)
    return list(rows.select_related("unit", "appointment__position", "appointment__person").order_by("month", "pk"))


def file_name(*words: str, kind: PaperKind) -> str:
    """Return the name of a file from words: folded, without spaces."""
    return f"{slugify(fold(' '.join(words)))[:120]}.{kind}"
