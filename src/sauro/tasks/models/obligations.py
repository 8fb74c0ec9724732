"""An obligation is a sentence of a document that obliges somebody, with its six clear elements as printed."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.models import Document, Reading
from sauro.organizations.models import Unit
from sauro.tasks.enums import BodyRole, DueOrigin, ObligationState, Origin
from sauro.tasks.models.fields import WorkField


@track(exclude=["search_key"])
class Obligation(Record):
    """A sentence that obliges. Its state on the desk is its review; how far the work got is the roll-up of its
    assignments.

    ``start`` and ``end`` point into the text of ``reading``. ``elements`` maps the name of a six-clear element
    (``measures``, ``resources``, ``due``, ``recurrence``, ``authority``, ``responsibility``, ``issuing_body``,
    ``condition``, ``product``, ``submit_to``) to ``{text, start, end, mark, from, why, origin}``; an absent name is
    "not stated". The typed columns repeat what lists filter by. A general direction has no deadline and is never sent.
    ``derived_from`` is the obligation a part was split from, ``replaced_by`` the one that a merge put in its place.
    ``version`` grows with every change and lets the desk notice that somebody else was faster.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="obligations")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="obligations")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        _("rà soát"), max_length=10, choices=ObligationState.choices, default=ObligationState.PROPOSED
    )
    position = models.FloatField(_("thứ tự"))
    section = models.CharField(_("mục"), max_length=120, blank=True)
    text = models.TextField(_("nội dung"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    is_general_direction = models.BooleanField(_("chỉ đạo chung"), default=False)
    elements = models.JSONField(default=dict)
    lead_source = models.CharField(max_length=20, blank=True)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    due_phrase = models.CharField(_("thời hạn trong văn bản"), max_length=300, blank=True)
    due_origin = models.CharField(max_length=10, choices=DueOrigin.choices, default=DueOrigin.NONE)
    recurrence = models.CharField(_("định kỳ"), max_length=20, blank=True)
    field = models.ForeignKey(
        WorkField, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lĩnh vực")
    )
    product = models.TextField(_("sản phẩm"), blank=True)
    no_product_needed = models.BooleanField(_("không cần sản phẩm"), default=False)
    confidence = models.FloatField(null=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.MACHINE)
    derived_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="derived")
    replaced_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="replaces")
    version = models.PositiveIntegerField(default=1)
    reviewed_by_name = models.CharField(max_length=120, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("nhiệm vụ trong văn bản")
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["document", "position"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="tasks_obligation_search"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="tasks_obligation_span"),
            models.CheckConstraint(
                condition=models.Q(due_origin=DueOrigin.NONE) | models.Q(due_on__isnull=False),
                name="tasks_obligation_due_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def event_text(self) -> str:
        """How events name the obligation: by its document and printed number, never by its words."""
        return " ".join(filter(None, [self.document.code, self.section if self.section.isascii() else ""]))


@track()
class ObligationBody(Record):
    """A body named in an obligation: as written, and the unit it resolves to when it does.

    A group ("UBND các xã, phường") resolves to units only when sent; ``exceptions`` are the names after "trừ".
    ``start``/``end`` are null when a person typed the name. ``source`` says where an inherited lead comes from.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="bodies")
    role = models.CharField(max_length=12, choices=BodyRole.choices)
    name = models.CharField(_("tên trong văn bản"), max_length=400)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    is_group = models.BooleanField(default=False)
    exceptions = models.JSONField(default=list)
    source = models.CharField(max_length=20, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("cơ quan trong nhiệm vụ")
        ordering = ["role", "position", "id"]

    def __str__(self) -> str:
        return self.name
