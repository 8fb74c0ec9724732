"""What several of the forms share: who it is about, signatures, the row of the four levels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from sauro.appraisals.enums import LevelChoice
from sauro.common.domains import Domain
from sauro.organizations.models import Appointment, Unit
from sauro.organizations.selectors.letterhead import letterhead_of
from vanban.compose.model import Align, Block, Cell, Column, Header, Layout, Paragraph, Table

MARK = "x"
BLANK = "…" * 28
"""As long as a line of text."""


def layout_of(domain: str) -> Layout:
    """Return whose rules of form a paper of a domain follows."""
    return Layout.PARTY if domain == Domain.PARTY else Layout.STATE


def form_header(unit: Unit, symbol: str, day: dt.date | None) -> Header:
    """Return the head of a form of a unit."""
    head = letterhead_of(unit)
    return Header(issuer=head.issuer, upper=head.upper, symbol=symbol, place=head.place, date=day)


def who(appointment: Appointment, unit: Unit) -> Iterator[Block]:
    """Yield name, post and unit, a line each."""
    for words in (
        _("Họ và tên: %(name)s") % {"name": appointment.person.full_name},
        _("Chức vụ, chức danh: %(post)s") % {"post": appointment.position.title},
        _("Đơn vị công tác: %(unit)s") % {"unit": unit.name},
    ):
        yield Paragraph(words, Align.LEFT)


def level_row(level: str) -> Table:
    """Return the four levels with a mark under the one chosen; without one the row is left to be filled in by hand."""
    return Table(
        tuple(Column(str(choice.label), align=Align.CENTER) for choice in LevelChoice),
        (tuple(Cell(MARK if choice == level else "", bold=True) for choice in LevelChoice),),
    )


def said(text: str) -> Iterator[Block]:
    """Yield what somebody wrote as paragraphs; nothing written leaves a blank line to write on."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines or [BLANK]:
        yield Paragraph(line)


def gap(what: str) -> str:
    """Return how a paper says that something is not on record."""
    return _("[chưa ghi: %(what)s]") % {"what": what}
