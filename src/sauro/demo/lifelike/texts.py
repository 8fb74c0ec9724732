"""Writes the invented directives as their offices would: a head, numbered orders to named bodies, an end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sauro.demo.lifelike import phrases
from sauro.demo.lifelike.phrases import Topic

NUMBER = "9753"
ISSUED = dt.date(2030, 11, 28)
DEADLINES = tuple(dt.date(2031, 3, 3) + dt.timedelta(days=7 * week + day) for week in range(7) for day in range(5))
"""What stands in a template for the number, the day of issue and the deadlines (working days)."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues: how its papers begin and end, what stands before the subject, after the last order and between the
    addressees. ``bodies`` are those it may name, ``groups`` its usual groups."""

    key: str
    head: str
    number: str
    place: str
    who: str
    end: str
    subject_mark: str
    closing_mark: str
    separator: str
    groups: tuple[str, ...]
    bodies: tuple[str, ...]
    communes: tuple[str, ...]
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A directive with placeholders, and how many deadlines it prints."""

    text: str
    deadlines: int
    subject: str


def draft(random: Random, office: Office, orders: int) -> Draft:
    """Write one directive of so many orders."""
    topic = random.choice(office.topics)
    writer = _Writer(random, office, topic)
    lines = [f"{number}. {writer.order()}" for number in range(1, orders + 1)]
    lines[-1] = lines[-1].removesuffix(".") + office.closing_mark
    text = "\n\n".join(
        (
            "VĂN BẢN MẪU – không có giá trị pháp lý",
            office.head,
            f"{office.number}",
            f"{office.place}, ngày {ISSUED:%d} tháng {ISSUED:%m} năm {ISSUED:%Y}",
            f"{office.subject_mark}{topic.subject}",
            "Kính gửi:\n\n" + office.separator.join(f"- {name}" for name in office.groups) + ".",
            f"Để thực hiện tốt việc {topic.subject}, {office.who} yêu cầu các cơ quan, đơn vị thực hiện các việc sau:",
            *lines,
            office.end,
        )
    )
    return Draft(text + "\n", writer.deadlines, topic.subject)


class _Writer:
    def __init__(self, random: Random, office: Office, topic: Topic) -> None:
        self.random, self.office, self.topic = random, office, topic
        self.deadlines = 0
        self.works = random.sample(topic.works, len(topic.works))

    def order(self) -> str:
        kinds = (self._act, self._paper, self._report, self._regular, self._heed)
        return self.random.choices(kinds, weights=(34, 26, 16, 8, 6))[0]()

    def _act(self) -> str:
        return f"{self._who()} {self._deed()}{self._maybe_day()}."

    def _paper(self) -> str:
        make = self.random.choice(("xây dựng", "lập", "hoàn thiện"))
        paper = self.random.choice(self.topic.papers)
        return f"{self._who()} {make} {paper}, gửi {self.topic.department}{self._maybe_day()}."

    def _report(self) -> str:
        return f"{self._who()} {self._deed()}; báo cáo kết quả về {self.topic.department}{self._maybe_day()}."

    def _regular(self) -> str:
        rhythm = self.random.choices(phrases.RHYTHMS, weights=(10, 8, 3, 1))[0]
        who = self._who(alone=True) if rhythm == "hằng quý" or not self.office.bodies else self._body()
        return f"{who} {rhythm} báo cáo kết quả thực hiện về {self.topic.department}."

    def _heed(self) -> str:
        return f"Các cơ quan, đơn vị {self.random.choice(phrases.HEEDED)}."

    def _deed(self) -> str:
        chance = self.random
        self.works = self.works or chance.sample(self.topic.works, len(self.topic.works))
        return f"{chance.choice(phrases.SPEED)}{self.works.pop()}{chance.choice(phrases.PLACES)}"

    def _who(self, *, alone: bool = False) -> str:
        """One body (with partners), a few communes, or all of them."""
        kind = self.random.choices(("body", "few", "all"), weights=(74, 14, 12))[0]
        if kind == "all" or not self.office.bodies:
            return self.office.groups[-1]
        if kind == "few" and self.office.communes:
            some = min(self.random.randint(2, 4), len(self.office.communes))
            return ", ".join(self.random.sample(self.office.communes, k=some))
        lead = self._body()
        others = [name for name in self.office.bodies if name != lead]
        if alone or not others or self.random.random() < 0.65:
            return lead
        partners = self._joined(self.random.sample(others, k=min(len(others), self.random.choice((1, 1, 2)))))
        return f"{lead} chủ trì, phối hợp với {partners}"

    def _body(self) -> str:
        """One body, often the department of the topic."""
        own = self.topic.department
        return (
            own if own in self.office.bodies and self.random.random() < 0.4 else self.random.choice(self.office.bodies)
        )

    @staticmethod
    def _joined(names: Sequence[str]) -> str:
        return " và ".join(names)

    def _maybe_day(self) -> str:
        """Most orders print no day."""
        if self.random.random() >= 0.16:
            return ""
        day = DEADLINES[self.deadlines]
        self.deadlines += 1
        return f" {self.random.choice(('trước ngày', 'chậm nhất ngày', 'hoàn thành trước ngày'))} {day:%d/%m/%Y}"
