"""An assignment is a contract between two units over one piece of work."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.models import StoredFile
from sauro.organizations.models import Appointment, Unit
from sauro.tasks.enums import DOING_STATES, AssignmentState, BodyRole, Decision, DueOrigin, ReturnKind
from sauro.tasks.models.fields import WorkField
from sauro.tasks.models.obligations import Obligation
from sauro.tasks.roll_up import WHOLE

# Few reports and hand-ins are copies.
_IS_COPY = models.Q(copy_of__isnull=False)


@track(exclude=["search_key"])
class Assignment(Record):
    """The part of an obligation that one body has to do, frozen when it is sent.

    It has one unit, one person in charge, its own deadline, state and product. A coordinator's part is an assignment
    of its own whose ``parent`` is the lead's; a delegated part has the delegating assignment as ``parent``. ``wording``
    and ``source_text`` are copies, so the receiver reads the sentence without opening the giver's record;
    ``obligation`` is empty when the work crossed into another domain by a hand-over. ``is_kept_by_giver`` marks a body
    without an account, on whose behalf the giver's office keeps the record. Work that crossed by a hand-over names its
    giver in ``giver_text``; ``giver_unit`` is then the receiving unit itself, since no right of the giver reaches here.
    Overdue is derived, never stored.

    ``due_original`` is the first deadline it ever had, ``due_on`` the one in force. ``held_days`` are whole days in
    which the giver or a coordinator held the work; they move the last day that counts; ``giver_days`` are those of the
    giver among them. ``waiting_since`` is the first day of an open wait that is another unit's (docs/adr/0012), or of a
    question that waits for the giver (docs/adr/0027). ``is_recurring`` marks the head of recurring work, which
    has no deadline; its occurrences have a period (docs/adr/0013).

    ``share`` is the weight of a part among the parts of its parent and what the parent's unit keeps (``kept_share``);
    only what was delegated has one. ``kept_progress`` is how far the unit got with what it keeps; empty as long as it
    has not split the work, when that is ``progress``. ``progress`` is the roll-up of both, unless
    ``is_progress_own``: then the unit's own figure is in force, said with a reason (docs/adr/0017). ``reported_at``
    moves with the reports of parts as well. ``continues`` is the part that was moved here from another body.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="assignments")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    role = models.CharField(_("vai trò"), max_length=12, choices=BodyRole.choices)
    giver_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments_given")
    giver_text = models.CharField(_("bên giao thuộc khối khác"), max_length=300, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    person = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments")
    is_kept_by_giver = models.BooleanField(_("bên giao theo dõi thay"), default=False)
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=AssignmentState.choices, default=AssignmentState.GIVEN
    )
    field = models.ForeignKey(
        WorkField, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lĩnh vực")
    )
    wording = models.TextField(_("nội dung"))
    source_text = models.CharField(_("nguồn"), max_length=400)
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    due_original = models.DateField(_("thời hạn ban đầu"), null=True, blank=True)
    due_phrase = models.CharField(_("thời hạn trong văn bản"), max_length=300, blank=True)
    due_origin = models.CharField(max_length=10, choices=DueOrigin.choices, default=DueOrigin.NONE)
    held_days = models.PositiveSmallIntegerField(_("số ngày do bên khác giữ"), default=0)
    giver_days = models.PositiveSmallIntegerField(_("trong đó bên giao giữ"), default=0, db_default=0)
    waiting_since = models.DateField(_("chờ đơn vị khác từ ngày"), null=True, blank=True)
    is_recurring = models.BooleanField(_("định kỳ"), default=False)
    period_first = models.DateField(_("kỳ từ ngày"), null=True, blank=True)
    period_last = models.DateField(_("kỳ đến ngày"), null=True, blank=True)
    period_label = models.CharField(_("kỳ"), max_length=40, blank=True)
    product = models.TextField(_("sản phẩm phải nộp"), blank=True)
    no_product_needed = models.BooleanField(_("không cần sản phẩm"), default=False)
    progress = models.PositiveSmallIntegerField(_("tiến độ (%)"), default=0)
    share = models.PositiveSmallIntegerField(_("tỷ trọng trong việc chung"), null=True, blank=True)
    kept_share = models.PositiveSmallIntegerField(_("tỷ trọng đơn vị giữ lại"), default=WHOLE, db_default=WHOLE)
    kept_progress = models.DecimalField(
        _("tiến độ phần giữ lại (%)"), max_digits=6, decimal_places=3, null=True, blank=True
    )
    is_progress_own = models.BooleanField(_("tiến độ do đơn vị tự đánh giá"), default=False, db_default=False)
    continues = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="continued_by",
        verbose_name=_("tiếp nối"),
    )
    given_at = models.DateTimeField(_("giao lúc"))
    accepted_at = models.DateTimeField(null=True)
    handed_in_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    state_reason = models.TextField(_("lý do"), blank=True)
    reported_at = models.DateTimeField(_("báo cáo gần nhất"), null=True)
    commented_at = models.DateTimeField(_("bên thực hiện trao đổi gần nhất"), null=True)
    search_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"]),
            models.Index(fields=["giver_unit", "state", "due_on"]),
            models.Index(fields=["person", "state", "due_on"]),
            # The order of lists, for those who see so much that sorting it would take long; most want what is open.
            models.Index(fields=["due_on", "id"], name="tasks_assignment_by_day"),
            models.Index(
                models.F("due_on").desc(nulls_last=True), models.F("id").desc(), name="tasks_assignment_by_day_down"
            ),
            models.Index(
                fields=["due_on", "id"],
                condition=models.Q(state__in=[*DOING_STATES, AssignmentState.HANDED_IN]),
                name="tasks_assignment_open_by_day",
            ),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="tasks_assignment_search"),
            # Few parts are ever moved.
            models.Index(
                fields=["continues"], condition=models.Q(continues__isnull=False), name="tasks_assignment_continues"
            ),
            # Open work by the last day that counts: what is overdue, worst first, without reading what is done.
            models.Index(
                models.F("due_on") + models.F("held_days"),
                condition=models.Q(state__in=DOING_STATES, due_on__isnull=False),
                name="tasks_assignment_last_day",
            ),
            # The same of one giver, with what it takes to count the late bodies of each obligation without the rows.
            models.Index(
                models.F("giver_unit"),
                models.F("due_on") + models.F("held_days"),
                condition=models.Q(state__in=DOING_STATES, due_on__isnull=False),
                include=["domain", "state", "due_on", "held_days", "waiting_since", "obligation"],
                name="tasks_assignment_giver_late",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "unit"],
                condition=models.Q(obligation__isnull=False) & ~models.Q(state=AssignmentState.STOPPED),
                name="tasks_assignment_one_per_body",
            ),
            models.CheckConstraint(condition=models.Q(progress__lte=100), name="tasks_assignment_progress"),
            models.CheckConstraint(
                condition=models.Q(share__isnull=True) | models.Q(share__gte=1, parent__isnull=False),
                name="tasks_assignment_share_of_parent",
            ),
            models.CheckConstraint(
                condition=models.Q(kept_progress__isnull=True) | models.Q(kept_progress__range=(0, WHOLE)),
                name="tasks_assignment_kept_progress",
            ),
            models.UniqueConstraint(
                fields=["parent", "period_first"],
                condition=models.Q(period_first__isnull=False),
                name="tasks_assignment_one_per_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.wording[:100]}"

    @property
    def event_text(self) -> str:
        """How events name the assignment: never by its wording."""
        return self.code

    @property
    def has_crossed(self) -> bool:
        """Tell whether the work came from another domain by a hand-over."""
        return bool(self.giver_text)

    @property
    def giver_name(self) -> str:
        """Who gave the work, whatever the domain."""
        return self.giver_text or self.giver_unit.name

    @property
    def is_part(self) -> bool:
        """Tell whether another body gave it as a part of its own work (a coordinator's part is given by the giver)."""
        return self.share is not None

    @property
    def owner_unit_id(self) -> object:
        """The unit that has to do the work: events belong to it (the giver sees them through the assignment)."""
        return self.unit_id


@track()
class ProgressReport(Record):
    """What the body says about how far it got. Never changed: a correction is another report.

    ``parts_progress`` is what the parts summed up to when the work was split, ``differs_reason`` why the body says
    something else. ``copy_of`` is the report on other work it is bound to, from which this one was copied.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="reports")
    progress = models.PositiveSmallIntegerField(_("tiến độ (%)"))
    text = models.TextField(_("nội dung báo cáo"))
    parts_progress = models.PositiveSmallIntegerField(_("cộng từ phần việc (%)"), null=True, blank=True)
    differs_reason = models.TextField(_("vì sao khác với cộng từ phần việc"), blank=True, default="", db_default="")
    copy_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, db_index=False, related_name="copies")
    reported_by_name = models.CharField(max_length=120)
    reported_by_id = models.UUIDField(null=True)
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = _("báo cáo tiến độ")
        ordering = ["-reported_at", "-id"]
        indexes = [models.Index(fields=["copy_of"], condition=_IS_COPY, name="tasks_report_copies")]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.progress}%"


@track()
class ProductVersion(Record):
    """One hand-in of the product: a file, a link or a text, and what the giver said to it.

    ``copy_of`` is the hand-in to other work it is bound to, from which this one was copied. No giver is told of it.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="products")
    number = models.PositiveSmallIntegerField(_("lần nộp"))
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="products")
    file_name = models.CharField(_("tên tệp"), max_length=255, blank=True)
    link = models.URLField(_("đường dẫn"), max_length=600, blank=True)
    text = models.TextField(_("nội dung"), blank=True)
    handed_in_by_name = models.CharField(max_length=120)
    handed_in_by_id = models.UUIDField(null=True)
    handed_in_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.PENDING)
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_by_id = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    return_kind = models.CharField(max_length=16, choices=ReturnKind.choices, blank=True)
    reason = models.TextField(_("lý do"), blank=True)
    open_parts_reason = models.TextField(_("vì sao nộp khi còn phần việc chưa xong"), blank=True)
    copy_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, db_index=False, related_name="copies")

    class Meta:
        verbose_name = _("sản phẩm nộp")
        ordering = ["-number"]
        indexes = [models.Index(fields=["copy_of"], condition=_IS_COPY, name="tasks_product_copies")]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "number"], name="tasks_product_number"),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(decision=Decision.PENDING),
                name="tasks_product_one_pending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} #{self.number}"

    @property
    def is_without_content(self) -> bool:
        """Tell whether nothing was handed in, which the giver's word allows that no product is needed."""
        return not (self.file_id or self.link or self.text or self.annexes.all() or self.figures.all())
