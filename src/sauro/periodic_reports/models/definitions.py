"""What a periodic report asks for, as data an office edits. A published version never changes."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.periodic_reports.enums import FigureRule
from sauro.periods.enums import PeriodKind


@track(exclude=["search_key"])
class ReportDefinition(Record):
    """A report that comes back every period, collected by ``owner_unit``."""

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="report_definitions")
    title = models.CharField(_("tên báo cáo"), max_length=200)
    created_at = models.DateTimeField(_("lập lúc"))
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("mẫu báo cáo")
        ordering = ["title", "id"]
        indexes = [GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="periodic_definition_search")]

    def __str__(self) -> str:
        return self.title


@track()
class DefinitionVersion(Record):
    """One wording of a definition: its period, deadlines, figures and sections.

    It is a draft until it is published; then rounds may be opened on it and it is frozen. ``edits`` counts the times
    the draft was saved: whoever saves an older one is told.
    """

    definition = models.ForeignKey(ReportDefinition, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("phiên bản"))
    period_kind = models.CharField(_("kỳ"), max_length=20, choices=PeriodKind.choices)
    subject = models.CharField(_("trích yếu"), max_length=300)
    basis = models.TextField(_("căn cứ, yêu cầu"), blank=True)
    edits = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField(_("ban hành lúc"), null=True)
    published_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("phiên bản mẫu báo cáo")
        ordering = ["definition", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["definition", "number"], name="periodic_version_number"),
            models.UniqueConstraint(
                fields=["definition"], condition=models.Q(published_at__isnull=True), name="periodic_version_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definition_id} #{self.number}"

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still be edited."""
        return self.published_at is None


@track()
class LevelRule(Record):
    """A level of the report: 0 is the joint report of the office that collects, 1 the units it asks, 2 and more the
    units below each of these.

    ``working_days`` after the closing of the period the level has to send; ``signer_title`` is who approves, as
    printed below the report.
    """

    version = models.ForeignKey(DefinitionVersion, on_delete=models.CASCADE, related_name="levels")
    level = models.PositiveSmallIntegerField(_("cấp"))
    name = models.CharField(_("tên cấp"), max_length=120)
    working_days = models.PositiveSmallIntegerField(_("hạn gửi (ngày làm việc sau khi chốt)"))
    signer_title = models.CharField(_("người duyệt"), max_length=120)

    class Meta:
        verbose_name = _("cấp báo cáo")
        ordering = ["level"]
        constraints = [models.UniqueConstraint(fields=["version", "level"], name="periodic_level_once")]

    def __str__(self) -> str:
        return self.name


@track()
class FigureField(Record):
    """A figure that is asked for. ``source`` names the selector that fills it in, empty for figures people type.

    ``numerator`` and ``denominator`` are the codes of the two figures a ratio is worked out from.
    """

    version = models.ForeignKey(DefinitionVersion, on_delete=models.CASCADE, related_name="figures")
    position = models.PositiveSmallIntegerField()
    code = models.SlugField(_("mã"), max_length=40)
    label = models.CharField(_("tên số liệu"), max_length=200)
    measure = models.CharField(_("đơn vị tính"), max_length=40, blank=True)
    rule = models.CharField(_("cách cộng"), max_length=10, choices=FigureRule.choices, default=FigureRule.SUM)
    source = models.CharField(_("nguồn"), max_length=60, blank=True)
    numerator = models.CharField(_("tử số"), max_length=40, blank=True)
    denominator = models.CharField(_("mẫu số"), max_length=40, blank=True)
    hint = models.CharField(_("hướng dẫn"), max_length=300, blank=True)
    is_required = models.BooleanField(_("bắt buộc"), default=True)

    class Meta:
        verbose_name = _("số liệu của mẫu")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "code"], name="periodic_figure_code")]

    def __str__(self) -> str:
        return self.label


@track()
class SectionField(Record):
    """A section of text that is asked for."""

    version = models.ForeignKey(DefinitionVersion, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    code = models.SlugField(_("mã"), max_length=40)
    label = models.CharField(_("tên mục"), max_length=200)
    hint = models.CharField(_("hướng dẫn"), max_length=300, blank=True)
    is_required = models.BooleanField(_("bắt buộc"), default=False)

    class Meta:
        verbose_name = _("mục nội dung của mẫu")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "code"], name="periodic_section_code")]

    def __str__(self) -> str:
        return self.label
