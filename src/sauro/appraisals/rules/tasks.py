"""Tasks of a period and what they add up to. Sums are integers, so that a database may add them just as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.options import Settings


class Kind(StrEnum):
    """How a task came to a person (Điều 18 khoản 1 điểm d). Only planned ones are in the denominator."""

    PLANNED = "planned"
    TAKEN_OVER = "taken_over"
    AD_HOC = "ad_hoc"


@dataclass(frozen=True, slots=True)
class Exemption:
    """Times of failure or lateness by an objective cause. Without an approver it is a claim and changes nothing."""

    failures: int = 0
    late: int = 0
    approver: str = ""


NO_EXEMPTION = Exemption()


@dataclass(frozen=True, slots=True)
class Task:
    """One product one person had to deliver. ``units`` in ten-thousandths of a standard unit; ``title`` for people.

    ``given_back``: reported at once as beyond one's power and given to another. ``failures``: times judged "chưa đạt"
    for a large error of content; ``late``: times late. ``pending``: the product awaits its decision.
    """

    id: str
    units: int
    kind: Kind = Kind.PLANNED
    done: bool = True
    given_back: bool = False
    failures: int = 0
    late: int = 0
    exemption: Exemption = NO_EXEMPTION
    pending: bool = False
    title: str = ""

    @property
    def name(self) -> str:
        """What the trace calls it: "NV-2026-000123 (Báo cáo tháng)", or the id alone."""
        return f"{self.id} ({self.title})" if self.title else self.id

    @property
    def delivered(self) -> bool:
        """Whether it counts as done by this person: what was given back does not (Điều 18 khoản 1 điểm d)."""
        return self.done and not self.given_back

    @property
    def counted_failures(self) -> int:
        """Failures that cost points: not those by an objective cause that the authority confirmed."""
        return self.failures - (self.exemption.failures if self.exemption.approver else 0)

    @property
    def counted_late(self) -> int:
        """Late times that cost points: not those by an objective cause that the authority confirmed."""
        return self.late - (self.exemption.late if self.exemption.approver else 0)


@dataclass(frozen=True, slots=True)
class Sums:
    """What a period adds up to: ``assigned``, ``added`` and ``done`` in ten-thousandths of a standard unit, ``quality``
    and ``progress`` in hundredths of these (per cent kept). ``provisional``: a pending product is among them."""

    assigned: int = 0
    added: int = 0
    done: int = 0
    quality: int = 0
    progress: int = 0
    provisional: bool = False


def kept_per_cent(times: int, deduction: int) -> int:
    """What is left of a product's points, in per cent, after so many deductions; never below nothing.

    Điều 14 khoản 2 điểm b, điểm c: 25 % of that product's own points each time, so no debt passes to another product.
    """
    return max(0, 100 - deduction * times)


def checked(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks, after refusing what cannot be: an id twice, negative counts, more exemptions than events."""
    known = tuple(tasks)
    for code, times in Counter(task.id for task in known).items():
        if times > 1:
            raise RuleError("duplicate_task", code)
    for task in known:
        if min(task.failures, task.late, task.exemption.failures, task.exemption.late) < 0:
            raise RuleError("negative_count", task.id)
        if task.exemption.failures > task.failures or task.exemption.late > task.late:
            raise RuleError("exempt_too_many", task.id)
    return known


def counted(tasks: Iterable[Task], settings: Settings) -> tuple[Task, ...]:
    """The tasks that enter the sums: pending products only where the setting lets them in (Điều 13 khoản 3)."""
    return tuple(task for task in tasks if not (task.pending and settings.pending_products == "left_out"))


def sums_of(tasks: Sequence[Task], settings: Settings) -> Sums:
    """Add up a period (Điều 14, Điều 18 khoản 1). The order of the tasks does not matter."""
    assigned = added = done = quality = progress = 0
    for task in counted(tasks, settings):
        if task.kind is Kind.PLANNED:
            assigned += task.units
        else:
            added += task.units
        if task.delivered:
            done += task.units
            quality += task.units * kept_per_cent(task.counted_failures, settings.failure_deduction)
            progress += task.units * kept_per_cent(task.counted_late, settings.late_deduction)
    return Sums(assigned, added, done, quality, progress, provisional=any(task.pending for task in tasks))
