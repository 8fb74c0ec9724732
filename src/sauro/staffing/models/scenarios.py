"""A scenario is one question with its weights; its moves are the answer, on which people decide one by one."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.staffing.enums import BARS, MoveState, ScenarioState
from sauro.workforce.models import Dossier, Post

MOST_WEIGHT = 10


def _weight(label: object, default: int) -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(
        label,  # type: ignore[arg-type]  # lazy text
        validators=[MaxValueValidator(MOST_WEIGHT)],
        default=default,
    )


@track(exclude=["search_key"])
class Scenario(Record):
    """A question: the people and posts below ``unit`` on ``day``, in the domain of the unit, with weights and rules.

    Support and ``budget`` are thousand đồng a month. Once ready, ``points`` is what the moves bring, ``bound`` what no
    proposal could exceed, ``limits`` a line for each field (:class:`sauro.staffing.selectors.scenarios.FieldLine`).
    ``vacant`` holds the posts left for recruitment, each ``{"unit", "post", "left"}``.
    ``fixed`` holds whom people settled beforehand: a dossier's identity to ``"unit:post"``, or to null for who stays.
    ``failure`` says in words why there is no answer. Other weights are another scenario, so that both can be compared.
    """

    name = models.CharField(_("tên phương án"), max_length=200)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scenarios")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    day = models.DateField(_("ngày dự kiến"))
    importance = _weight(_("lấp vị trí quan trọng"), 5)
    fairness = _weight(_("công bằng giữa các địa bàn"), 3)
    distance = _weight(_("đi ít xa"), 3)
    circumstances = _weight(_("hoàn cảnh của người"), 3)
    support = _weight(_("ít chi hỗ trợ"), 1)
    longest_minutes = models.PositiveSmallIntegerField(_("đi xa nhất (phút)"), default=180)
    budget = models.PositiveIntegerField(_("mức hỗ trợ tối đa"), null=True, blank=True)
    stay_months = models.PositiveSmallIntegerField(_("ở vị trí hiện nay ít nhất (tháng)"), default=0)
    consent_needed = models.BooleanField(_("chỉ đề xuất người đã đồng ý"), default=True)
    fixed = models.JSONField(default=dict)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=ScenarioState.choices, default=ScenarioState.COMPUTING
    )
    failure = models.CharField(max_length=300, blank=True)
    points = models.IntegerField(null=True)
    bound = models.IntegerField(null=True)
    limits = models.JSONField(default=list)
    vacant = models.JSONField(default=list)
    made_at = models.DateTimeField(_("lập lúc"), default=now)
    made_by_name = models.CharField(_("người lập"), max_length=160)
    computed_at = models.DateTimeField(_("tính xong lúc"), null=True)
    search_key = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = _("phương án điều động")
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def owner_unit_id(self) -> object:
        """The body whose scenario it is."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its day, never by what was typed."""
        return f"{self.day:%d/%m/%Y}"


class Calculation(Record):
    """How far the calculation of a scenario is, in per cent, and at its end what it was calculated from.

    ``content`` is the proposal with its problem (:mod:`sauro.staffing.solver.keeping`): places, openings and, of
    people, the nine fields of a ``Mover``. Explanations and what-if read it, so that they speak of that day's records.
    """

    scenario = models.OneToOneField(Scenario, on_delete=models.CASCADE, related_name="calculation")
    percent = models.PositiveSmallIntegerField(default=0)
    content = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("lần tính")

    def __str__(self) -> str:
        return str(self.scenario_id)


class Unplaced(Record):
    """Somebody who could move and whom a scenario does not propose, in the ``field`` they work in.

    ``bar`` is the reason that keeps them from every post of the field (:class:`sauro.staffing.solver.pairs.Bar`); empty
    where posts were possible and others took them, or the whole would have lost by it.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="unplaced")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(_("lĩnh vực"), max_length=200, blank=True)
    bar = models.CharField(
        _("vì"), max_length=16, choices=[(str(bar), label) for bar, label in BARS.items()], blank=True
    )

    class Meta:
        verbose_name = _("người chưa được đề xuất")
        ordering = ["dossier__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["scenario", "dossier"], name="staffing_unplaced_once_a_scenario")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def domain(self) -> str:
        """The domain of the scenario."""
        return self.scenario.domain

    @property
    def owner_unit_id(self) -> object:
        """The body whose scenario it is."""
        return self.scenario.unit_id


@track()
class ProposedMove(Record):
    """One person to one post of a unit, as a scenario proposes it. Confirmed it is a draft; nobody is appointed by it.

    ``minutes`` from where the person works, ``support`` thousand đồng a month. The five columns of points are the goals
    with their weights. ``candidates``: how many people could take the post.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="moves")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="proposed_moves")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveIntegerField(_("phút đi"))
    support = models.PositiveIntegerField(_("hỗ trợ (nghìn đồng/tháng)"))
    importance = models.IntegerField()
    distance = models.IntegerField()
    circumstances = models.IntegerField()
    support_points = models.IntegerField()
    fairness = models.IntegerField()
    candidates = models.PositiveIntegerField()
    state = models.CharField(_("trạng thái"), max_length=10, choices=MoveState.choices, default=MoveState.PROPOSED)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)
    decided_by_name = models.CharField(_("người quyết định"), max_length=160, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("đề xuất điều động")
        ordering = ["dossier__sort_key", "id"]
        constraints = [models.UniqueConstraint(fields=["scenario", "dossier"], name="staffing_move_once_a_scenario")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def points(self) -> int:
        """All goals together."""
        return self.importance + self.distance + self.circumstances + self.support_points + self.fairness

    @property
    def domain(self) -> str:
        """The domain of the scenario."""
        return self.scenario.domain

    @property
    def owner_unit_id(self) -> object:
        """The body whose scenario it is."""
        return self.scenario.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the dossier."""
        return self.dossier.code
