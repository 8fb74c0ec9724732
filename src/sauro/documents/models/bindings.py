"""Decisions of people about what a printed name means."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.enums import BindingScope
from sauro.documents.models.documents import Document
from sauro.organizations.models import Unit


@track()
class NameBinding(Record):
    """A printed name means a unit: in one document, in all documents of an issuer, or in the whole province.

    ``name_key`` and ``issuer_key`` are folded texts. Relative names ("UBND xã") never reach beyond their document.
    """

    name = models.CharField(_("tên trong văn bản"), max_length=300)
    name_key = models.CharField(max_length=300, db_index=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="name_bindings")
    scope = models.CharField(_("phạm vi"), max_length=10, choices=BindingScope.choices)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="name_bindings")
    issuer_key = models.CharField(max_length=300, blank=True)
    domain = models.CharField(max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    bound_by_name = models.CharField(max_length=120)
    bound_at = models.DateTimeField()

    class Meta:
        verbose_name = _("cách hiểu tên đơn vị")
        constraints = [
            models.UniqueConstraint(
                fields=["name_key", "scope", "document", "issuer_key", "domain"],
                name="documents_binding_unique",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} = {self.unit}"
