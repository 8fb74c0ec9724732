"""A line of a programme: a task or a target, six-clear, with its money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Appointment, Unit
from sauro.programmes.enums import EntryKind, FundSource, Money, Part, Rhythm
from sauro.programmes.models.programmes import Programme, Section
from sauro.targets.enums import AddUpChoice, DirectionChoice
from sauro.targets.models import Share
from sauro.tasks.figures import written_number
from sauro.tasks.models import Assignment


@track()
class Entry(Record):
    """A task or target under a heading.

    The lead is a unit of the register, or a name (``lead_text``) where the register has none; likewise the person in
    charge. Those who coordinate are units of the register, and names (``coordinators``) of others. ``due_on`` is the
    inclusive last day, ``due_text`` what is printed instead ("quý IV/2026"), ``rhythm`` how often it comes back. Other
    resources are public assets, people, science and technology. ``marks`` are what the checks say, as ``{kind, text,
    source, passage}``. A removed entry stays with the reason, because somebody may have answered by it.

    A target is a value of the indicator of ``target_share`` (the unit's share), or of one that issuing defines by
    ``direction``, ``rule`` and the two labels. ``value`` is to be reached by the end of ``target_year``; ``path`` are
    the values of years before, as ``{"2027": "92.5"}``.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="entries")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="entries")
    position = models.FloatField(_("thứ tự"))
    kind = models.CharField(_("loại"), max_length=8, choices=EntryKind.choices, default=EntryKind.TASK)
    part = models.CharField(_("phạm vi"), max_length=14, choices=Part.choices, default=Part.DIRECT)
    work = models.TextField(_("việc"))
    lead_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lead_text = models.CharField(_("chủ trì"), max_length=300, blank=True)
    coordinator_units = models.ManyToManyField(Unit, verbose_name=_("phối hợp"), blank=True, related_name="+")
    coordinators = models.CharField(_("phối hợp, ghi tên"), max_length=600, blank=True)
    person = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person_text = models.CharField(_("người chịu trách nhiệm"), max_length=200, blank=True)
    measures = models.TextField(_("biện pháp"), blank=True)
    money = models.CharField(_("kinh phí"), max_length=8, choices=Money.choices, blank=True, default="")
    assets = models.CharField(_("tài sản công"), max_length=400, blank=True)
    people = models.CharField(_("nhân lực"), max_length=400, blank=True)
    science = models.CharField(_("khoa học, công nghệ"), max_length=400, blank=True)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    due_text = models.CharField(_("thời gian, in trong văn bản"), max_length=120, blank=True)
    rhythm = models.CharField(_("định kỳ"), max_length=10, choices=Rhythm.choices, blank=True, default="")
    authority = models.TextField(_("thẩm quyền, trách nhiệm"), blank=True)
    product = models.TextField(_("sản phẩm"), blank=True)
    value = models.DecimalField(_("giá trị"), max_digits=18, decimal_places=4, null=True, blank=True)
    value_unit = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    target_share = models.ForeignKey(Share, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    target_year = models.PositiveSmallIntegerField(_("đạt vào năm"), null=True, blank=True)
    path = models.JSONField(_("lộ trình"), default=dict, blank=True)
    definition = models.TextField(_("cách tính"), blank=True)
    direction = models.CharField(_("chiều"), max_length=5, choices=DirectionChoice.choices, default=DirectionChoice.UP)
    rule = models.CharField(_("cách cộng"), max_length=10, choices=AddUpChoice.choices, default=AddUpChoice.SUM)
    numerator_label = models.CharField(_("tử số là"), max_length=200, blank=True)
    denominator_label = models.CharField(_("mẫu số là"), max_length=200, blank=True)
    marks = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=120)
    removed_reason = models.TextField(_("lý do bỏ"), blank=True)
    is_removed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("dòng của chương trình, kế hoạch")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["programme", "section", "position"])]

    def __str__(self) -> str:
        return self.work[:120]

    @property
    def owner_unit_id(self) -> object:
        """The unit that composes the programme: events belong to it."""
        return self.programme.unit_id

    @property
    def domain(self) -> str:
        """The domain of the programme."""
        return self.programme.domain

    @property
    def lead(self) -> str:
        """Who leads, as printed."""
        return self.lead_unit.name if self.lead_unit else self.lead_text

    @property
    def coordination(self) -> str:
        """Who coordinates, as printed: the units in the order of the register, then the names."""
        units = sorted(self.coordinator_units.all(), key=lambda one: one.path)
        return "; ".join([*(one.name for one in units), *filter(None, [self.coordinators])])

    @property
    def in_charge(self) -> str:
        """Who is responsible, as printed."""
        return str(self.person) if self.person else self.person_text

    @property
    def printed_value(self) -> str:
        """The value of a target with its unit, as printed; empty without a value."""
        return "" if self.value is None else f"{written_number(self.value)} {self.value_unit}".strip()

    @property
    def year_values(self) -> Mapping[int, Decimal]:
        """The values of a target by the year at whose end they are to be reached, in order."""
        held = {int(year): Decimal(value) for year, value in self.path.items()}
        if self.value is not None and self.target_year is not None:
            held[self.target_year] = self.value
        return dict(sorted(held.items()))

    @property
    def printed_path(self) -> str:
        """The values of the years before the last, as printed; empty without any."""
        years = [(year, value) for year, value in self.year_values.items() if year != self.target_year]
        return "; ".join(f"{year}: {written_number(value)}" for year, value in years)

    @property
    def event_text(self) -> str:
        """How events name it: by its programme, never by its words."""
        return self.programme.code


@track()
class Funding(Record):
    """An amount for one entry: year, source, in million đồng; ``is_allocated`` says it comes from above.

    ``national_programme`` names the national target programme it belongs to.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="fundings")
    year = models.PositiveSmallIntegerField(_("năm"))
    source = models.CharField(_("nguồn"), max_length=12, choices=FundSource.choices)
    is_allocated = models.BooleanField(_("cấp trên phân bổ"), default=False)
    national_programme = models.CharField(_("chương trình mục tiêu quốc gia"), max_length=200, blank=True)
    amount = models.DecimalField(_("triệu đồng"), max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = _("kinh phí")
        ordering = ["year", "source", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="programmes_funding_is_positive")]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount}"


@track()
class EntryTarget(Record):
    """The target that an issued entry became: the unit's share, and the part of the body that leads, if another."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="set_target")
    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="programme_lines")
    part = models.ForeignKey(Share, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("chỉ tiêu của dòng")

    def __str__(self) -> str:
        return f"{self.entry_id} → {self.share_id}"


@track()
class EntryAssignment(Record):
    """The task that an issued entry became."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="given")
    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, related_name="programme_line")

    class Meta:
        verbose_name = _("nhiệm vụ của dòng")

    def __str__(self) -> str:
        return f"{self.entry_id} → {self.assignment_id}"
