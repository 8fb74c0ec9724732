"""Succession planning: the site's confirmation that its names may be kept here, lists, names, yearly reviews."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.careers.enums import NominationState, PlanningGroup, ReviewOutcome
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier, Post


@track()
class PlanningClearance(Record):
    """The site's word, for one domain, that unpublished names in planning are no state secret, by which paper.

    While none stands, nothing of planning can be recorded or seen in the domain.
    """

    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    decision = models.CharField(_("văn bản xác nhận"), max_length=120)
    decided_on = models.DateField(_("ngày văn bản"))
    confirmed_at = models.DateTimeField(default=now)
    confirmed_by_name = models.CharField(max_length=160)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by_name = models.CharField(max_length=160, blank=True)
    withdrawn_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("xác nhận về độ mật của quy hoạch")
        ordering = ["-confirmed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["domain"], condition=models.Q(withdrawn_at__isnull=True), name="careers_clearance_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.domain}: {self.decision}"

    @property
    def event_text(self) -> str:
        """How events name it: by its paper."""
        return self.decision


@track(exclude=["search_key"])
class PlanningList(Record):
    """The names planned for one post, or for one committee, of a unit and a term.

    ``seats``: how many hold it; ``is_collective`` says that it is a committee, to which the coefficient applies.
    ``reference`` is the first day of the month at which working time left is counted.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="planning_lists")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="planning_lists")
    term = models.CharField(_("nhiệm kỳ"), max_length=20)
    reference = models.DateField(_("thời điểm tham chiếu"))
    is_collective = models.BooleanField(_("là danh sách cấp ủy, tập thể"), default=False)
    seats = models.PositiveSmallIntegerField(_("số lượng định biên"), default=1)
    made_at = models.DateTimeField(default=now)
    made_by_name = models.CharField(max_length=160)
    search_key = models.CharField(max_length=500, editable=False, default="")

    class Meta:
        verbose_name = _("danh sách quy hoạch")
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "post", "term"], name="careers_planning_list_unique"),
            models.CheckConstraint(name="careers_planning_list_seats", condition=models.Q(seats__gte=1)),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit whose post it is."""
        return self.unit_id


@track()
class Nomination(Record):
    """A name in a planning list. The person may come from any unit of the province, within the domain.

    ``despite`` says why the name was entered although a rule failed.
    """

    planning_list = models.ForeignKey(PlanningList, on_delete=models.PROTECT, related_name="nominations")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="nominations")
    group = models.CharField(_("đối tượng"), max_length=10, choices=PlanningGroup.choices)
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=NominationState.choices, default=NominationState.NOMINATED
    )
    nominated_at = models.DateTimeField(default=now)
    nominated_by_name = models.CharField(max_length=160)
    despite = models.CharField(_("vì sao vẫn ghi"), max_length=500, blank=True)
    decision = models.CharField(_("quyết định phê duyệt"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày phê duyệt"), null=True, blank=True)
    removed_on = models.DateField(_("ngày đưa ra"), null=True, blank=True)
    removed_reason = models.CharField(_("lý do đưa ra"), max_length=500, blank=True)
    removed_decision = models.CharField(_("quyết định đưa ra"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("người trong quy hoạch")
        ordering = ["dossier__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["planning_list", "dossier"],
                condition=~models.Q(state=NominationState.REMOVED),
                name="careers_nomination_once",
            ),
            models.CheckConstraint(
                name="careers_nomination_approved_by_paper",
                condition=~models.Q(state=NominationState.APPROVED)
                | (~models.Q(decision="") & models.Q(decided_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the list."""
        return self.planning_list.code

    @property
    def domain(self) -> str:
        """The domain of the list."""
        return self.planning_list.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit of the list."""
        return self.planning_list.unit_id


@track()
class PlanningReview(Record):
    """What the review of one year says of a name."""

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="reviews")
    year = models.PositiveSmallIntegerField(_("năm"))
    outcome = models.CharField(_("kết luận"), max_length=10, choices=ReviewOutcome.choices)
    remark = models.CharField(_("nhận xét"), max_length=500, blank=True)
    decision = models.CharField(_("văn bản"), max_length=120)
    reviewed_at = models.DateTimeField(default=now)
    reviewed_by_name = models.CharField(max_length=160)

    class Meta:
        verbose_name = _("soát quy hoạch hằng năm")
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["nomination", "year"], name="careers_review_once")]

    def __str__(self) -> str:
        return f"{self.nomination_id} {self.year}"
