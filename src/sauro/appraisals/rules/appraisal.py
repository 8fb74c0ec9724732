"""One period of one person: the score, and how it came about in sentences that a person can check line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sauro.appraisals.rules.criteria import general_points, limits_of
from sauro.appraisals.rules.figures import UNIT, plain, shown
from sauro.appraisals.rules.leadership import Leader, weak_subordinates
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.scoring import PeriodScore, denominator, score_period
from sauro.appraisals.rules.tasks import Kind, Task, checked, counted, kept_per_cent, sums_of

_ADDED = {Kind.TAKEN_OVER: "nhận thêm từ người khác", Kind.AD_HOC: "đột xuất, ngoài kế hoạch"}
_LEADER_WORDS = {"d": "kết quả hoạt động của đơn vị", "đ": "khả năng tổ chức triển khai", "e": "tập hợp, đoàn kết"}


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the reckoning: the clause, its article, a Vietnamese sentence, its figure and the tasks behind it."""

    clause: str
    article: str
    text: str
    value: Fraction | None = None
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appraisal:
    """A scored period with its trace, in the order of the reckoning."""

    score: PeriodScore
    lines: tuple[Line, ...]

    def text(self) -> str:
        """The whole trace, one line a step, each with its article."""
        return "\n".join(f"{line.text} [{line.article}]" for line in self.lines)


def appraise(
    tasks: Iterable[Task], points: Mapping[str, Fraction], leader: Leader | None, settings: Settings
) -> Appraisal:
    """Score a period from its tasks and the points of the general criteria, and say how.

    Raises RuleError when the input cannot be (``checked``, ``general_points``). The same input gives the same answer,
    whatever the order of the tasks.
    """
    known = tuple(sorted(checked(tasks), key=lambda task: task.id))
    score = score_period(sums_of(known, settings), general_points(points, settings), leader, settings)
    lines = [*_task_lines(counted(known, settings), score, settings), *_pending_lines(known, settings)]
    lines += _term_lines(score, leader, settings)
    lines += _point_lines(score, points, settings)
    return Appraisal(score, tuple(lines))


def _line(
    settings: Settings, clause: str, text: str, value: Fraction | None = None, tasks: Sequence[Task] = ()
) -> Line:
    return Line(clause, settings.rules.cite(clause), text, value, tuple(task.id for task in tasks))


def _units(tasks: Sequence[Task]) -> str:
    return f"{plain(Fraction(sum(task.units for task in tasks), UNIT))} đơn vị chuẩn ({len(tasks)} việc)"


def _names(tasks: Sequence[Task]) -> str:
    return "; ".join(task.name for task in tasks)


def _task_lines(tasks: Sequence[Task], score: PeriodScore, settings: Settings) -> list[Line]:
    planned = [task for task in tasks if task.kind is Kind.PLANNED]
    done = [task for task in tasks if task.delivered]
    lines = [_line(settings, "assigned", f"Được giao khi mở kỳ: {_units(planned)}.", tasks=planned)]
    for kind, words in _ADDED.items():
        added = [task for task in tasks if task.kind is kind]
        if added:
            text = f"Việc {words}, ngoài tổng được giao: {_units(added)}."
            lines.append(_line(settings, "assigned", text, tasks=added))
    lines.append(_line(settings, "a", f"Hoàn thành: {_units(done)}.", Fraction(score.sums.done, UNIT), done))
    for planned_ones, words in ((True, "còn trong tổng được giao, "), (False, "")):
        back = [task for task in tasks if task.given_back and (task.kind is Kind.PLANNED) is planned_ones]
        if back:
            text = f"Đã báo để giao người khác, {words}không tính hoàn thành: {_names(back)}."
            lines.append(_line(settings, "assigned", text, tasks=back))
    undone = [task for task in tasks if not task.done and not task.given_back]
    if undone:
        lines.append(_line(settings, "a", f"Chưa hoàn thành: {_names(undone)}.", tasks=undone))
    for task in done:
        lines += _deduction_lines(task, settings)
    return lines


def _deduction_lines(task: Task, settings: Settings) -> list[Line]:
    lines = []
    for clause, word, times, all_times, deduction in (
        ("b", "chưa đạt chất lượng", task.counted_failures, task.failures, settings.failure_deduction),
        ("c", "chậm tiến độ", task.counted_late, task.late, settings.late_deduction),
    ):
        if times:
            kept = task.units * kept_per_cent(times, deduction)
            text = (
                f"{task.name}: {times} lần {word}, mỗi lần trừ {deduction} %, "
                f"còn {plain(Fraction(kept, UNIT * 100))} trên {plain(Fraction(task.units, UNIT))} đơn vị."
            )
            lines.append(_line(settings, clause, text, Fraction(kept, UNIT * 100), [task]))
        if times < all_times:
            spared = all_times - times
            text = f"{task.name}: {spared} lần {word} do nguyên nhân khách quan, {task.exemption.approver} xác nhận."
            lines.append(_line(settings, clause, text, tasks=[task]))
    claimed = task.exemption.failures + task.exemption.late
    if claimed and not task.exemption.approver:
        text = f"{task.name}: có đề nghị loại trừ do nguyên nhân khách quan nhưng chưa ai xác nhận, nên vẫn trừ."
        lines.append(_line(settings, "b" if task.exemption.failures else "c", text, tasks=[task]))
    return lines


def _pending_lines(tasks: Sequence[Task], settings: Settings) -> list[Line]:
    pending = [task for task in tasks if task.pending]
    if not pending:
        return []
    how = "tạm tính theo đề xuất" if settings.pending_products == "provisional" else "chưa tính"
    text = f"Sản phẩm chờ bổ sung vào danh mục, {how}; điểm của kỳ là điểm tạm: {_names(pending)}."
    return [_line(settings, "pending", text, tasks=pending)]


def _term_lines(score: PeriodScore, leader: Leader | None, settings: Settings) -> list[Line]:
    if score.k is None:
        text = "Khi mở kỳ không có việc nào được giao, nên kỳ này không có điểm."
        return [_line(settings, "assigned", text)]
    sums, base = score.sums, denominator(score.sums, settings)
    lines = []
    if sums.assigned == 0:
        text = "Khi mở kỳ không có việc nào được giao, nên lấy việc giao thêm làm tổng được giao."
        lines.append(_line(settings, "assigned", text, Fraction(base, UNIT)))
    amounts = {"a": sums.done * 100, "b": sums.quality, "c": sums.progress}
    words = {"a": "số lượng", "b": "chất lượng", "c": "tiến độ"}
    for name, value in score.terms.items():
        per_cent = f"{shown(value * 100)} %"
        if name in amounts:
            ratio = f"{plain(Fraction(amounts[name], UNIT * 100))} : {plain(Fraction(base, UNIT))}"
            capped = ", lấy 100 %" if Fraction(amounts[name], base * 100) > value else ""
            text = f"{name} ({words[name]}) = {ratio} = {shown(Fraction(amounts[name], base))} %{capped}."
        else:
            weak = weak_subordinates(leader, settings) if leader and name == "d" else ()
            because = f", vì có người dưới 50 điểm: {'; '.join(weak)}" if weak else ""
            text = f"{name} ({_LEADER_WORDS[name]}) = {per_cent}{because}."
        lines.append(_line(settings, name, text, value * 100))
    return [*lines, _mean_line(score.k, score.terms, leader, settings)]


def _mean_line(k: Fraction, terms: Mapping[str, Fraction], leader: Leader | None, settings: Settings) -> Line:
    clause = "k" if leader is None else "k_leader"
    weights = {name: settings.weights.get(name, Fraction(1)) for name in terms}
    alike = len(set(weights.values())) == 1
    total = Fraction(len(terms)) if alike else sum(weights.values(), Fraction(0))
    parts = [shown(v * 100) if alike else f"{plain(weights[n])} x {shown(v * 100)}" for n, v in terms.items()]
    text = f"K = ({' + '.join(parts)}) : {plain(total)} = {shown(k * 100)} %."
    return _line(settings, clause, text, k * 100)


def _point_lines(score: PeriodScore, points: Mapping[str, Fraction], settings: Settings) -> list[Line]:
    limits = limits_of(settings)
    short = [f"{code} {plain(points[code])} trên {plain(most)}" for code, most in limits.items() if points[code] < most]
    text = (
        f"Tiêu chí chung: {shown(score.general)} trên 30 điểm{', chưa tối đa: ' + '; '.join(short) if short else ''}."
    )
    lines = [_line(settings, "general", text, score.general)]
    if score.k is None or score.results is None or score.score is None or score.results_uncapped is None:
        return lines
    cut = ", lấy mức tối đa 70,00" if score.results < score.results_uncapped else ""
    text = f"Kết quả thực hiện nhiệm vụ: {shown(score.k * 100)} % x 70 = {shown(score.results_uncapped)}{cut} điểm."
    lines.append(_line(settings, "results", text, score.results))
    text = (
        f"{shown(score.score)} điểm = {shown(score.general)} điểm tiêu chí chung + {shown(score.results)} điểm kết quả."
    )
    return [*lines, _line(settings, "score", text, score.score)]
