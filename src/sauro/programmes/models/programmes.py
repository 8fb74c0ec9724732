"""A programme or plan, its outline, and the steps of its approval."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.programmes.enums import ProgrammeKind, ProgrammeState, SectionRole, Step


@track(exclude=["search_key", "findings"])
class Programme(Record):
    """One action programme of a Party committee, or one plan of a people's committee.

    ``labels`` are the names of the six clears, copied from the template. ``figures`` are counts that every write keeps:
    ``demands``, ``taken_up``, ``excluded``, ``open``, ``doubtful``, ``entries``, ``six_clear``, ``faults``,
    ``findings``. The column ``findings`` is what the rules said of the composed document at ``checked_at``, in the
    shape of :meth:`sauro.programmes.findings.Placed.to_value`; empty ``checked_at`` says that it never was checked.
    ``replaces_text`` names the older document that this one replaces, whether or not it is in the product.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="programmes")
    kind = models.CharField(_("loại"), max_length=12, choices=ProgrammeKind.choices)
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT
    )
    subject = models.TextField(_("trích yếu"))
    opening = models.TextField(_("đoạn mở đầu"), blank=True)
    first_year = models.PositiveSmallIntegerField(_("từ năm"))
    last_year = models.PositiveSmallIntegerField(_("đến năm"))
    labels = models.JSONField(default=dict)
    recipients = models.TextField(_("nơi nhận"), blank=True)
    signer_capacity = models.CharField(_("thẩm quyền ký"), max_length=300, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=120, blank=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaces_text = models.CharField(_("thay thế"), max_length=400, blank=True)
    needs_council = models.BooleanField(_("phải trình HĐND"), default=False)
    council_number = models.CharField(_("nghị quyết của HĐND"), max_length=80, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=80, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    made_at = models.DateTimeField(_("lập lúc"))
    made_by_name = models.CharField(_("người lập"), max_length=120)
    figures = models.JSONField(default=dict)
    findings = models.JSONField(_("phát hiện khi soát"), default=list)
    checked_at = models.DateTimeField(_("soát lúc"), null=True)
    gathered_at = models.DateTimeField(_("lấy yêu cầu lúc"), null=True)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("chương trình, kế hoạch")
        ordering = ["-made_at", "-id"]
        indexes = [
            models.Index(fields=["unit", "domain", "state"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="programmes_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="programmes_years_in_order"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("issued", "replaced"))
                | (~models.Q(number="") & models.Q(issued_on__isnull=False)),
                name="programmes_issued_has_number_and_day",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit that composes it: events belong to it."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code

    @property
    def title(self) -> str:
        """What lists call it."""
        named = " ".join(filter(None, [str(self.get_kind_display()), self.number]))
        return f"{named}: {self.subject}"

    def figure(self, name: str) -> int:
        """Return one of the kept counts, 0 when it was never counted."""
        figures: dict[str, Any] = self.figures
        return int(figures.get(name) or 0)


@track()
class Section(Record):
    """A heading of the outline with its running text. The order is ``position`` among those of one ``parent``.

    ``held_by_id`` is the user who edits it until ``held_until``; others may take it over. ``version`` grows with every
    change of its words.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="sections")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    position = models.FloatField(_("thứ tự"))
    role = models.CharField(_("nội dung"), max_length=10, choices=SectionRole.choices, default=SectionRole.TEXT)
    title = models.CharField(_("đề mục"), max_length=400)
    text = models.TextField(_("lời văn"), blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True)
    changed_by_name = models.CharField(max_length=120, blank=True)
    held_by_id = models.UUIDField(null=True)
    held_by_name = models.CharField(max_length=120, blank=True)
    held_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mục của chương trình, kế hoạch")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["programme", "position"])]

    def __str__(self) -> str:
        return self.title


@track()
class StepTaken(Record):
    """A step of approval: which, by whom, when, with which words."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(_("bước"), max_length=12, choices=Step.choices)
    note = models.TextField(_("ý kiến"), blank=True)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("bước phê duyệt")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.programme_id}: {self.step}"


@track()
class Remark(Record):
    """What somebody says to a section of a draft, until the writers have dealt with it."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="remarks")
    text = models.TextField(_("góp ý"))
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    answer = models.TextField(_("tiếp thu"), blank=True)
    closed_by_name = models.CharField(max_length=120, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("góp ý")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:80]


@track()
class ProgrammeVersion(Record):
    """The whole content as it stood at one moment, kept to be compared, as ``versions.content_of`` returns it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("phiên bản"))
    label = models.CharField(_("ghi chú"), max_length=200, blank=True)
    content = models.JSONField()
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("phiên bản")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="programmes_version_number")]

    def __str__(self) -> str:
        return f"{self.programme_id} #{self.number}"
