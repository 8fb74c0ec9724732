"""A scan on its way to becoming a document: its characters are recognised page by page, in the background."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.documents.enums import ScanState
from sauro.documents.models.documents import Document


class Scan(Record):
    """How far the recognition of one document got, and what became of it.

    No word of the scan lies in the database before the last page is known to be harmless: its bytes and the results
    of its pages lie in a private folder in quarantine (:mod:`sauro.documents.scan_folder`). ``file_name`` is forgotten
    when a mark is found. No history: the events of the document tell who did what.
    """

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="scan")
    state = models.CharField(_("trạng thái"), max_length=10, choices=ScanState.choices, default=ScanState.READING)
    file_name = models.CharField(_("tên tệp"), max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    page_count = models.PositiveIntegerField(_("số trang"))
    pages_done = models.PositiveIntegerField(_("số trang đã nhận dạng"), default=0)
    message = models.TextField(blank=True)
    began_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("bản quét")

    def __str__(self) -> str:
        return f"{self.pages_done}/{self.page_count}"
