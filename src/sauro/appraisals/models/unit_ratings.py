"""The yearly rating of organisations: a round of one rating body, and what it comes to for each unit below it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import BeyondOf, Defects, LevelChoice, RoundState, ScoreOf
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit


@track()
class UnitRound(Record):
    """The rating of the units directly below a body for a year (NĐ 335/2025/NĐ-CP Điều 8; NĐ 233/2026/NĐ-CP Điều 7).

    ``score_of``, ``beyond_of`` and ``counts_targets`` are what the decrees leave open (docs/domain/appraisal-rules.md).
    ``share`` is the share of the highest level in per cent, over 20 only with ``merit`` in words. ``as_of`` is the day
    the facts were taken.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="unit_rounds")
    domain = models.CharField(_("khối"), max_length=10)
    year = models.PositiveSmallIntegerField(_("năm"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=RoundState.choices, default=RoundState.PREPARED)
    score_of = models.CharField(_("điểm của đơn vị"), max_length=8, choices=ScoreOf.choices, default=ScoreOf.PEOPLE)
    beyond_of = models.CharField(
        _("nhiệm vụ vượt yêu cầu"), max_length=8, choices=BeyondOf.choices, default=BeyondOf.EARLY
    )
    counts_targets = models.BooleanField(_("tính chỉ tiêu được giao vào nhiệm vụ"), default=True)
    share = models.PositiveSmallIntegerField(_("tỷ lệ xuất sắc (%)"), default=20)
    merit = models.CharField(_("thành tích xuất sắc"), max_length=500, blank=True)
    as_of = models.DateField(_("số liệu đến ngày"))
    decision = models.CharField(_("số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=160, blank=True)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=160)

    class Meta:
        verbose_name = _("đợt xếp loại đơn vị")
        ordering = ["-year", "unit"]
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="appraisals_one_unit_round")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}"

    @property
    def event_text(self) -> str:
        """How events name it: by its year."""
        return str(self.year)

    @property
    def owner_unit_id(self) -> object:
        """The body that rates: events belong to it."""
        return self.unit_id


@track()
class UnitRating(Record):
    """What a round comes to for one unit.

    The numbers are those of the day the round names, kept so that the decision can be read later: works of the year,
    done, done in time and well, late, handed in early; targets given from above, reached, exceeded, without a figure.
    ``own_score``, ``own_beyond``, ``defects``, ``has_violation`` and ``force_majeure`` are entered by a person.
    ``by_score``, ``highest``, ``proposed`` and ``reasons`` are what the rules said, ``level`` what was decided, with
    ``reason`` where it departs.
    """

    round = models.ForeignKey(UnitRound, on_delete=models.PROTECT, related_name="ratings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="unit_ratings")
    settings = models.JSONField(default=dict)
    sheets = models.PositiveIntegerField(_("số phiếu tháng"), default=0)
    score_exact = models.CharField(max_length=160, blank=True)
    score = models.DecimalField(_("điểm năm"), max_digits=5, decimal_places=2, null=True)
    tasks = models.PositiveIntegerField(_("nhiệm vụ của năm"), default=0)
    done = models.PositiveIntegerField(_("đã hoàn thành"), default=0)
    good = models.PositiveIntegerField(_("đúng hạn, bảo đảm chất lượng"), default=0)
    late = models.PositiveIntegerField(_("chậm"), default=0)
    early = models.PositiveIntegerField(_("nộp sớm"), default=0)
    targets = models.PositiveIntegerField(_("chỉ tiêu được giao"), default=0)
    reached = models.PositiveIntegerField(_("chỉ tiêu đạt"), default=0)
    exceeded = models.PositiveIntegerField(_("chỉ tiêu vượt"), default=0)
    unknown = models.PositiveIntegerField(_("chỉ tiêu chưa có số"), default=0)
    is_sub_failed = models.BooleanField(_("có đơn vị trực thuộc không hoàn thành"), default=False)
    own_score = models.DecimalField(_("điểm do cấp xếp loại chấm"), max_digits=5, decimal_places=2, null=True)
    own_beyond = models.PositiveIntegerField(_("số nhiệm vụ vượt yêu cầu"), null=True)
    defects = models.CharField(_("hạn chế đã chỉ ra"), max_length=8, choices=Defects.choices, blank=True)
    has_violation = models.BooleanField(_("bị kết luận sai phạm về công tác cán bộ"), default=False)
    force_majeure = models.CharField(_("bất khả kháng"), max_length=500, blank=True)
    by_score = models.CharField(_("theo điểm"), max_length=3, choices=LevelChoice.choices, blank=True)
    highest = models.CharField(_("mức cao nhất"), max_length=3, choices=LevelChoice.choices, blank=True)
    proposed = models.CharField(_("mức đề xuất"), max_length=3, choices=LevelChoice.choices, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    is_tied = models.BooleanField(default=False)
    level = models.CharField(_("mức xếp loại"), max_length=3, choices=LevelChoice.choices, blank=True)
    reason = models.CharField(_("lý do khác đề xuất"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("xếp loại năm của một đơn vị")
        ordering = ["round", "id"]
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="appraisals_unit_rated_once")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.unit_id}"

    @property
    def domain(self) -> str:
        """The domain of the round."""
        return self.round.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit that is rated: events belong to it."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by its year."""
        return str(self.round.year)
