"""The lists of documents and of purges."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.domains import Domain
from sauro.documents.enums import DocumentKind, DocumentState, PurgeState
from sauro.documents.filters import FindingFilter, IssuerFilter
from sauro.documents.models import Document, Purge
from sauro.documents.policies import purge_policy
from sauro.documents.selectors.documents import visible_documents
from sauro.documents.selectors.scans import ScanProgress, progress_of
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_SHOWN_SUBJECT = 160
_STATES = {
    DocumentState.READING: (Tone.ACTIVE, "scan"),
    DocumentState.REFUSED: (Tone.IDLE, "ban"),
    DocumentState.REVIEW: (Tone.SOON, "eye"),
    DocumentState.SENT: (Tone.ACTIVE, "send"),
    DocumentState.CLOSED: (Tone.DONE, "circle-check"),
}
_PURGE_STATES = {
    PurgeState.PROPOSED: (Tone.SOON, "clock"),
    PurgeState.DONE: (Tone.IDLE, "shield-x"),
    PurgeState.WITHDRAWN: (Tone.IDLE, "arrow-back-up"),
}


def state_badge(document: Document) -> Badge:
    """Return the mark of a document's state."""
    state = DocumentState(document.state)
    tone, icon = _STATES[state]
    return Badge(state.label, tone, icon)


def purge_badge(purge: Purge) -> Badge:
    """Return the mark of a purge's state."""
    state = PurgeState(purge.state)
    tone, icon = _PURGE_STATES[state]
    return Badge(state.label, tone, icon)


def _link(document: Document) -> str:
    return reverse("document-detail", args=[document.pk])


def _state(document: Document) -> Badge | ScanProgress:
    progress = progress_of(document)
    return progress if progress and progress.is_running else state_badge(document)


def _subject(document: Document) -> str:
    progress = progress_of(document)
    subject = document.subject or document.file_name or (progress.scan.file_name if progress else "")
    return subject if len(subject) <= _SHOWN_SUBJECT else subject[:_SHOWN_SUBJECT].rstrip() + "…"


def _issued(document: Document) -> dt.date | str:
    return document.issued_on or document.issued_printed


_UPLOAD = Action(_("Tiếp nhận văn bản"), "document-upload", "file-upload", "documents.register", is_primary=True)

DOCUMENTS = ListPage[Document](
    name="document-list",
    title=_("Văn bản"),
    rows=visible_documents,
    permission="documents.view",
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", default=False),
        Column("so", _("Số, ký hiệu"), value=lambda row: row.official_code or row.code, link=_link, sort="number"),
        Column("loai", _("Loại"), value=lambda row: row.get_kind_display(), sort="kind"),
        Column("trich-yeu", _("Trích yếu"), value=_subject, export=lambda row: row.subject),
        Column("ban-hanh", _("Cơ quan ban hành"), value=lambda row: row.issuer_name),
        Column("ngay", _("Ngày ban hành"), value=_issued, sort="issued_on", kind=Kind.DATE),
        Column(
            "trang-thai",
            _("Trạng thái"),
            value=_state,
            export=state_badge,
            kind=Kind.BADGE,
            template="documents/state_cell.html",
        ),
        Column("nhan", _("Tiếp nhận"), value=lambda row: row.received_at, sort="received_at", kind=Kind.INSTANT),
        Column("noi-nhan", _("Nơi nhận"), value=lambda row: row.owner_unit.name, default=False),
        Column("nguoi", _("Người tiếp nhận"), value=lambda row: row.received_by_name, default=False),
        Column("khoi", _("Khối"), value=lambda row: row.get_domain_display(), default=False),
        Column("mau", _("Mẫu"), value=lambda row: _("Văn bản mẫu") if row.is_sample else "", default=False),
    ],
    default_sort="-nhan",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), DocumentState.choices, field="state"),
        ChoiceFilter("l", _("Loại"), DocumentKind.choices, field="kind"),
        ChoiceFilter("k", _("Khối"), Domain.choices, field="domain"),
        UnitFilter("dv", _("Nơi nhận"), "owner_unit"),
        DateRangeFilter("bh", _("Ban hành"), "issued_on"),
        DateRangeFilter("tn", _("Tiếp nhận"), "received_at", is_instant=True),
        FindingFilter("qt", _("Có phát hiện theo quy tắc")),
        IssuerFilter("cq", _("Cơ quan ban hành")),
    ],
    quick_views=[
        QuickView(_("Đang rà soát"), "tt=review"),
        QuickView(_("Đã giao việc"), "tt=sent"),
    ],
    actions=[_UPLOAD],
    empty=EmptyState(_("Chưa có văn bản nào. Hãy tiếp nhận văn bản đầu tiên để tìm ra các nhiệm vụ."), _UPLOAD),
    is_in_global_search=True,
)


def _purges(actor: Actor) -> QuerySet[Purge]:
    return purge_policy.visible(actor, base=Purge.objects.select_related("owner_unit"))


PURGES = ListPage[Purge](
    name="purge-list",
    title=_("Tiêu hủy văn bản mật"),
    rows=_purges,
    permission="secrecy.purge",
    columns=[
        Column(
            "ma",
            _("Mã văn bản"),
            value=lambda row: row.document_code,
            link=lambda row: reverse("document-purge", args=[row.document_id]),
            sort="document_code",
        ),
        Column("don-vi", _("Nơi nhận"), value=lambda row: row.owner_unit.name),
        Column("trang-thai", _("Trạng thái"), value=purge_badge, kind=Kind.BADGE),
        Column("de-nghi", _("Người đề nghị"), value=lambda row: row.proposed_by_name),
        Column("luc", _("Đề nghị lúc"), value=lambda row: row.proposed_at, sort="proposed_at", kind=Kind.INSTANT),
        Column("xac-nhan", _("Người xác nhận"), value=lambda row: row.confirmed_by_name),
        Column("xong", _("Tiêu hủy lúc"), value=lambda row: row.confirmed_at, kind=Kind.INSTANT),
        Column("ly-do", _("Lý do"), value=lambda row: row.reason, default=False),
    ],
    default_sort="-luc",
    filters=[ChoiceFilter("tt", _("Trạng thái"), PurgeState.choices, field="state")],
    empty=EmptyState(_("Chưa có văn bản nào bị đề nghị tiêu hủy."), icon="shield-check"),
)
