"""Reports as files: .docx and .pdf in the official layout, .xlsx with every source; who took them out is on record."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.domains import Domain
from sauro.documents.services.composing import PaperKind, composed
from sauro.organizations.selectors.letterhead import capacity_lines, issuer_lines, letterhead_of
from sauro.periodic_reports import events
from sauro.periodic_reports.content import ReportContent, from_json
from sauro.periodic_reports.models import SentVersion, UnitReport
from sauro.periodic_reports.paper import Letterhead, paper_of
from sauro.periodic_reports.selectors.content import latest_of_units
from sauro.periodic_reports.selectors.reports import get_report, readable_content
from sauro.periodic_reports.selectors.rounds import get_round
from sauro.periodic_reports.workbook import report_workbook, round_workbook
from vanban.compose.kinds import split_number
from vanban.text.normalize import fold

FORMS = ("docx", "pdf", "xlsx")
_PARTY_LETTERS = {"DU": "ĐU"}


def report_file(*, actor: Actor, report_id: UUID, form: str) -> tuple[bytes, str]:
    """Return what the actor may read of a report as a file, and its name. A report that is not sent is a draft."""
    report = get_report(actor, report_id)
    content, sent = readable_content(actor, report)
    if form == "xlsx":
        data = report_workbook(content, sent.sha256 if sent else "", actor_name=actor.name)
    else:
        paper = paper_of(content, _letterhead(report, content, sent))
        data = composed(paper, PaperKind(form))
    with transaction.atomic():
        record_event(
            actor=actor, event=events.EXPORTED, obj=report,
            changes={"form": [None, form], "version": [None, sent.number if sent else 0]},
        )  # fmt: skip
    return data, _file_name(content, form)


def round_file(*, actor: Actor, round_id: UUID) -> tuple[bytes, str]:
    """Return what the units sent in a round as a workbook: who stands where, every figure, every text."""
    page = get_round(actor, round_id)
    sent = [(version, from_json(version.content)) for version in latest_of_units(page.joint)]
    data = round_workbook(page.round, page.reports, [content for _version, content in sent], actor_name=actor.name)
    with transaction.atomic():
        record_event(
            actor=actor, event=events.EXPORTED, obj=page.joint,
            changes={"form": [None, "xlsx"], "reports": [None, len(sent)]},
        )  # fmt: skip
    name = slugify(fold(f"{page.round.definition.title} {page.round.label} don vi"))
    return data, f"{name}.xlsx"


def _file_name(content: ReportContent, form: str) -> str:
    return f"{slugify(fold(f'{content.definition} {content.label} {content.unit}'))[:120]}.{form}"


def _letterhead(report: UnitReport, content: ReportContent, sent: SentVersion | None) -> Letterhead:
    unit, head = report.unit, letterhead_of(report.unit)
    number, given_symbol = split_number(sent.official_number if sent else "")
    is_party = unit.domain == Domain.PARTY
    letters = unit.code.rsplit(".", 1)[-1]
    symbol = f"BC/{_PARTY_LETTERS.get(letters, letters)}" if is_party else f"BC-{letters}"
    return Letterhead(
        upper=head.upper,
        issuer=issuer_lines(content.unit),
        symbol=given_symbol or symbol,
        place=head.place,
        capacity=capacity_lines(unit, content.signer_title),
        recipients=(content.receiver,) if content.receiver else (),
        is_party=is_party,
        signer=sent.approved_by_name if sent else report.approved_by_name,
        number=number,
        day=sent.official_date if sent else None,
        is_draft=sent is None,
    )
