"""A proposed level with its bounds and reasons. The rating itself is the decision of the competent person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.levels import Level
from sauro.appraisals.rules.options import Settings

# Each reason in words. Those that force the lowest level, those that lower, those that only explain.
REASONS = {
    "under_six_months": "Làm việc trong năm chưa đủ 06 tháng: không xếp loại.",
    "leave_exempts": "Chưa đủ 06 tháng vì nghỉ ốm hoặc thai sản: xếp loại theo thời gian làm việc thực tế.",
    "score_below_50": "Điểm dưới 50.",
    "degradation": "Bị kết luận suy thoái về tư tưởng chính trị, đạo đức, lối sống.",
    "forbidden_acts": "Bị kết luận vi phạm những điều đảng viên không được làm.",
    "example": "Bị kết luận vi phạm trách nhiệm nêu gương.",
    "unit_corruption": "Đơn vị trực tiếp phụ trách liên quan tham ô, tham nhũng, lãng phí và bị xử lý.",
    "unit_corruption_mitigated": "Đã chủ động phát hiện, báo cáo, chỉ đạo xử lý và khắc phục xong hậu quả.",
    "finding_not_for_staff": "Kết luận về đơn vị chỉ tính cho người lãnh đạo, quản lý.",
    "discipline": "Bị kỷ luật trong năm đánh giá.",
    "discipline_not_duty": "Kỷ luật không liên quan công vụ: không là căn cứ xếp loại.",
    "discipline_other_year": "Quyết định kỷ luật không thuộc năm đánh giá.",
    "act_used_before": "Hành vi đã được tính ở một năm khác.",
    "old_organisation": "Vi phạm xảy ra ở tổ chức cũ: tính vào kết quả của tổ chức cũ.",
    "head_above_unit": "Người đứng đầu không cao hơn mức của tổ chức mình.",
    "unit_not_rated": "Tổ chức chưa được xếp loại: xếp loại tổ chức trước.",
    "authority_decides": "Quy định để cấp có thẩm quyền xem xét, quyết định mức.",
    "not_all_done": "Chưa hoàn thành 100 % nhiệm vụ.",
    "not_on_time": "Chưa đúng hạn 100 % nhiệm vụ.",
    "not_on_time_and_good": "Chưa hoàn thành 100 % nhiệm vụ đúng hạn, bảo đảm chất lượng.",
    "not_beyond": "Chưa có 30 % nhiệm vụ vượt mức yêu cầu.",
    "defects_not_fixed": "Còn hạn chế, khuyết điểm chưa khắc phục.",
    "sub_unit_failed": "Có đơn vị trực thuộc không hoàn thành nhiệm vụ.",
    "too_late": "Quá 20 % nhiệm vụ chậm tiến độ.",
    "personnel_violation": "Bị kết luận sai phạm về công tác cán bộ, mất đoàn kết, bè phái, chạy chức.",
    "under_70": "Hoàn thành dưới 70 % nhiệm vụ của năm.",
    "force_majeure": "Dưới 70 % nhiệm vụ vì bất khả kháng: cấp có thẩm quyền xem xét.",
    "unit_under_70": "Lĩnh vực, đơn vị phụ trách hoàn thành dưới 70 % nhiệm vụ.",
    "targets": "Không đạt các chỉ tiêu kinh tế - xã hội cơ bản.",
    "sub_units_failed": "Quá 50 % đơn vị trực thuộc không hoàn thành nhiệm vụ.",
    "low_confidence": "Quá 50 % phiếu tín nhiệm thấp.",
    "tasks_undone": "Quá 50 % nhiệm vụ không hoàn thành.",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """``by_score``: the level of the score alone. ``highest``: the best that may be decided. ``proposed``: what the
    rules come to, None where nothing is proposed. ``reasons``: codes of REASONS in alphabetical order."""

    by_score: Level
    highest: Level | None
    proposed: Level | None
    reasons: tuple[str, ...]
    rated: bool = True

    def sentences(self) -> tuple[str, ...]:
        """The reasons in words."""
        return tuple(REASONS[code] for code in self.reasons)


def check_decision(found: Proposal, decided: Level, reason: str) -> bool:
    """Whether the decided level departs from the proposed one; the decision is the competent person's (Điều 21).

    Raises RuleError for a level above the highest allowed, for a departure without a reason (after the cap, the
    proposal is the one that ``share_out`` came to), and where no rating is due.
    """
    if not found.rated or found.highest is None:
        raise RuleError("not_rated")
    if decided > found.highest:
        raise RuleError("above_bound")
    if decided != found.proposed and not reason.strip():
        raise RuleError("reason_missing")
    return decided != found.proposed


def proposal(by_score: Level, highest: Level | None, proposed: Level | None, reasons: Iterable[str]) -> Proposal:
    """A proposal with its reasons once each and in order."""
    return Proposal(by_score, highest, proposed, tuple(sorted(set(reasons))))


def lowest(by_score: Level, forced: Iterable[str], noted: Iterable[str] = ()) -> Proposal:
    """The lowest level, forced whatever the score."""
    return proposal(by_score, Level.FAILED, Level.FAILED, [*forced, *noted])


def by_conditions(by_score: Level, failing: Mapping[Level, tuple[str, ...]], settings: Settings) -> Proposal:
    """The best level, from that of the score downwards, whose conditions hold.

    Where a level's conditions fail, ``failed_conditions`` says whether the next lower one is proposed or nothing (NĐ
    233/2026 Điều 7 khoản 5). Where even those of "hoàn thành" fail, no instrument says that this is failing: the bound
    is "hoàn thành" and nothing is proposed.
    """
    reasons: list[str] = []
    level = by_score
    while level is not Level.FAILED and failing[level]:
        reasons += failing[level]
        level = Level(level - 1)
    if not reasons:
        return proposal(by_score, by_score, by_score, ())
    undecided = level is Level.FAILED or settings.failed_conditions == "authority"
    highest = max(level, Level.COMPLETED)
    if undecided:
        return proposal(by_score, highest, None, [*reasons, "authority_decides"])
    return proposal(by_score, highest, level, reasons)
