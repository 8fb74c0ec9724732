"""The document itself, as a record of the office that took it in."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.models.files import StoredFile
from sauro.organizations.models import Unit


@track(exclude=["search_key"])
class Document(Record):
    """A directive taken in by an office.

    Number, symbol, date and issuer are attributes with a warning when they repeat, never keys: drafts have none.
    ``issued_printed`` keeps a partial date as printed ("2026-02"); ``issued_on`` is set only for a whole one.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="documents", verbose_name=_("nơi nhận"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=DocumentState.choices)
    is_sample = models.BooleanField(_("văn bản mẫu"), default=False)
    kind = models.CharField(_("loại văn bản"), max_length=20, choices=DocumentKind.choices)
    number = models.CharField(_("số"), max_length=40, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=80, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issued_printed = models.CharField(max_length=20, blank=True)
    place = models.CharField(_("địa danh"), max_length=120, blank=True)
    issuer_name = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    issuer_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="issued")
    subject = models.TextField(_("trích yếu"), blank=True)
    signer_name = models.CharField(_("người ký"), max_length=120, blank=True)
    signer_capacity = models.CharField(_("thẩm quyền ký"), max_length=300, blank=True)
    addressees = models.JSONField(default=list)
    recipients = models.JSONField(default=list)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="documents", null=True)
    file_name = models.CharField(_("tên tệp"), max_length=255)
    received_at = models.DateTimeField(_("tiếp nhận lúc"))
    received_by_name = models.CharField(_("người tiếp nhận"), max_length=120)
    received_by_id = models.UUIDField(null=True)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        ordering = ["-received_at", "-id"]
        indexes = [
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="documents_document_search"),
            models.Index(fields=["owner_unit", "domain", "-received_at"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def event_text(self) -> str:
        """How events name the document: never by its subject."""
        return self.code

    @property
    def official_code(self) -> str:
        """The number and symbol as written: ``443-CV/TU`` by the Party, ``14/KH-UBND`` by the State.

        The symbol tells which: an office of the State also takes in letters of the Party, and the other way round.
        """
        if not self.number:
            return self.symbol
        separator = "-" if "/" in self.symbol else "/"
        return f"{self.number}{separator}{self.symbol}" if self.symbol else self.number

    @property
    def title(self) -> str:
        """What a list calls the document: kind, official code and subject; its code while nothing else is known."""
        if self.state in (DocumentState.READING, DocumentState.REFUSED):
            return self.code
        named = " ".join(filter(None, [self.get_kind_display(), self.official_code]))
        return f"{named}: {self.subject}" if self.subject else named


@track()
class Reference(Record):
    """A numbered document that a document cites, with the place in the text."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="references")
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, blank=True)
    number = models.CharField(max_length=40, blank=True)
    symbol = models.CharField(max_length=80, blank=True)
    issued_printed = models.CharField(max_length=20, blank=True)
    issuer_name = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("văn bản viện dẫn")
        ordering = ["start"]

    def __str__(self) -> str:
        return self.text
