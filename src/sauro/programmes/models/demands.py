"""What higher levels ask of the unit, where it is written, and what people say answers it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.models import Document
from sauro.organizations.models import Unit
from sauro.programmes.enums import DemandKind, DemandOrigin, DemandState, ReferenceState
from sauro.programmes.models.entries import Entry
from sauro.programmes.models.programmes import Programme
from sauro.targets.enums import DirectionChoice, Operator
from sauro.targets.models import Ask
from sauro.tasks.figures import written_number
from sauro.tasks.models import Assignment, Obligation


@track()
class Reference(Record):
    """A document that the programme has to take account of: one taken in, or a name typed from a list.

    ``document`` becomes empty when the document is purged; ``name`` is then blanked too.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="references")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("văn bản"), max_length=600)
    position = models.PositiveIntegerField(default=0)
    state = models.CharField(
        _("xác định"), max_length=12, choices=ReferenceState.choices, default=ReferenceState.NOT_YET
    )
    reason = models.TextField(_("lý do"), blank=True)
    judged_by_name = models.CharField(max_length=120, blank=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("văn bản tham khảo")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "document"],
                condition=models.Q(document__isnull=False),
                name="programmes_reference_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def event_text(self) -> str:
        """How events name it: by the programme."""
        return self.programme.code


class AskedValue(models.Model):
    """The value of a target that is asked for: of which indicator, in which measure, by the end of which year.

    ``direction`` is empty as long as no person has said which way is better: then only the words can be compared.
    """

    indicator = models.CharField(_("chỉ tiêu"), max_length=400, blank=True)
    value = models.DecimalField(_("giá trị"), max_digits=21, decimal_places=6, null=True, blank=True)
    value_unit = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    operator = models.CharField(max_length=2, choices=Operator.choices, blank=True, default="")
    direction = models.CharField(_("chiều"), max_length=5, choices=DirectionChoice.choices, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("đến hết năm"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def printed_value(self) -> str:
        """The value with its measure, as printed; empty without a value."""
        return "" if self.value is None else f"{written_number(self.value)} {self.value_unit}".strip()


@track()
class Demand(AskedValue, Record):
    """Something asked for: words and source are copies. ``due_on`` is the inclusive last day asked for.

    Exactly one of ``obligation``, ``assignment`` and ``released`` leads to the source where there is one; a target has
    the document of its reference and ``place``, its offset in the text, and ``ask`` once somebody has taken it into
    the register of targets. ``source_digest`` tells whether the source has changed since it was copied.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="demands")
    reference = models.ForeignKey(Reference, on_delete=models.PROTECT, null=True, related_name="demands")
    kind = models.CharField(_("loại"), max_length=8, choices=DemandKind.choices)
    origin = models.CharField(_("nguồn"), max_length=12, choices=DemandOrigin.choices)
    obligation = models.ForeignKey(Obligation, on_delete=models.SET_NULL, null=True, related_name="+")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, null=True, related_name="+")
    released = models.ForeignKey("ReleasedLine", on_delete=models.PROTECT, null=True, related_name="demands")
    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.PositiveIntegerField(null=True)
    section = models.CharField(_("mục"), max_length=120, blank=True)
    text = models.TextField(_("yêu cầu"))
    source_text = models.CharField(_("văn bản"), max_length=600, blank=True)
    due_on = models.DateField(_("thời hạn yêu cầu"), null=True, blank=True)
    product = models.TextField(_("sản phẩm yêu cầu"), blank=True)
    is_sure = models.BooleanField(_("chắc chắn giao cho xã"), default=True)
    source_digest = models.CharField(max_length=64, blank=True)
    is_source_changed = models.BooleanField(_("nguồn đã đổi hoặc đã rút"), default=False)
    state = models.CharField(_("trạng thái"), max_length=10, choices=DemandState.choices, default=DemandState.OPEN)
    reason = models.TextField(_("lý do loại"), blank=True)
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    position = models.FloatField(default=0)

    class Meta:
        verbose_name = _("yêu cầu của cấp trên")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["programme", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "obligation"],
                condition=models.Q(obligation__isnull=False),
                name="programmes_demand_obligation_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "assignment"],
                condition=models.Q(assignment__isnull=False),
                name="programmes_demand_assignment_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "released"],
                condition=models.Q(released__isnull=False),
                name="programmes_demand_released_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "ask"], condition=models.Q(ask__isnull=False), name="programmes_demand_ask_once"
            ),
            models.UniqueConstraint(
                fields=["reference", "place"],
                condition=models.Q(place__isnull=False),
                name="programmes_demand_place_once",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def event_text(self) -> str:
        """How events name it: by the programme, never by its words."""
        return self.programme.code


@track()
class Answer(Record):
    """Somebody's statement that an entry answers a demand, with what both said then."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="answers")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="answers")
    demand_digest = models.CharField(max_length=64)
    entry_digest = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("dòng đáp ứng yêu cầu")
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["demand", "entry"], name="programmes_answer_once")]

    def __str__(self) -> str:
        return f"{self.demand_id} ← {self.entry_id}"


@track()
class ReleasedLine(AskedValue, Record):
    """A line of an issued or adopted programme that a named person released to a unit of another domain.

    It belongs to the receiving side: copied words, values and the source's number, no link that opens. ``path`` are
    the values of the years before, as in :class:`sauro.programmes.models.Entry`.
    """

    from_domain = models.CharField(_("từ khối"), max_length=10, choices=Domain.choices)
    domain = models.CharField(_("sang khối"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("nội dung"))
    product = models.TextField(_("sản phẩm"), blank=True)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    path = models.JSONField(default=dict)
    kind = models.CharField(_("loại"), max_length=8, choices=DemandKind.choices, default=DemandKind.TASK)
    source_text = models.CharField(_("nguồn"), max_length=600)
    source_key = models.CharField(max_length=64)
    released_by_name = models.CharField(max_length=120)
    released_at = models.DateTimeField()

    class Meta:
        verbose_name = _("nội dung chuyển giao")
        ordering = ["released_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(domain=models.F("from_domain")), name="programmes_line_crosses"),
            models.UniqueConstraint(fields=["unit", "source_key"], name="programmes_line_once"),
        ]

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def owner_unit_id(self) -> object:
        """The receiving unit."""
        return self.unit_id
