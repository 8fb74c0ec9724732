"""Sentences that oblige, with their fields marked: what is to be done, made, reported, or only heeded."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from random import Random

from tools.generated_documents import days
from tools.generated_documents.bodies import Body, Level
from tools.generated_documents.topics import Topic


@dataclass
class Order:
    """What follows the name of the body, in small letters and without a full stop, with the bodies it works with."""

    words: str
    partners: list[Body] = field(default_factory=list)
    standing: bool = False


WHERE = (
    " trên địa bàn",
    " ở các địa bàn trọng điểm",
    " tại xã Ninh Thử và phường Cầu Thử",
    " theo danh sách kèm theo",
    " trong mùa mưa bão",
    " ở vùng sâu, vùng xa",
    " tại 12 xã ven sông",
)
WHY = (
    " để kịp thời tháo gỡ khó khăn",
    ", không để phát sinh điểm nóng",
    ", bảo đảm đúng quy định",
    ", không làm ảnh hưởng đến đời sống người dân",
    " nhằm nâng cao chất lượng phục vụ",
)


@dataclass
class Subject:
    """What the sentences of one document share."""

    random: Random
    level: Level
    topic: Topic
    issued: datetime.date

    def order(self, leads: tuple[Body, ...]) -> Order:
        """One order for these bodies."""
        makers = (self._act, self._paper, self._act_and_report, self._regular_report, self._heed, self._hasten)
        order = self.random.choices(makers, weights=(26, 24, 16, 14, 14, 6))[0](leads)
        return order if order.standing or self.random.random() < 0.65 else self._with_partners(order, leads)

    def report(self, leads: tuple[Body, ...]) -> str:
        """A sentence that is a task of its own behind another: a report with its receiver and its day."""
        words = self.random.choice(("Báo cáo kết quả", "Gửi báo cáo kết quả", "Báo cáo tình hình"))
        verb, _, product = words.partition(" ") if words.startswith("Gửi") else ("", "", words)
        receiver = self._receiver(leads)
        start = f"{verb} " if verb else ""
        return f"{start}⟦P⟧{product}⟦/⟧ về ⟦S⟧{receiver}⟦/⟧ {days.deadline(self.random, self.issued)}."

    def _act(self, leads: tuple[Body, ...]) -> Order:
        if self.random.random() < 0.3:
            joint = self.random.choice(("; ", "; đồng thời ", ", "))
            return Order(f"{self._deed()}{joint}{self._deed()}{self._maybe_day()}")
        why = self.random.choice(WHY) if self.random.random() < 0.25 else ""
        return Order(f"{self._deed()}{self._maybe_day()}{why}")

    def _deed(self) -> str:
        where = self.random.choice(WHERE) if self.random.random() < 0.45 else ""
        if self.random.random() < 0.5:
            return f"{self.random.choice(self.topic.works)}{where}"
        verb = self.random.choice(("rà soát", "kiểm tra", "thống kê", "rà soát, phân loại", "kiểm tra, xác minh"))
        return f"{verb} {self.random.choice(self.topic.reviews)}{where}"

    def _paper(self, leads: tuple[Body, ...]) -> Order:
        paper, receiver = self.random.choice(self.topic.papers), self._receiver(leads)
        make = self.random.choice(("xây dựng", "lập", "hoàn thiện", "soạn thảo"))
        send = self.random.choice(("trình", "gửi", "báo cáo"))
        forms = (
            f"{make} ⟦P⟧{paper}⟦/⟧, {send} ⟦S⟧{receiver}⟦/⟧{self._maybe_day()}",
            f"tham mưu ⟦S⟧{receiver}⟦/⟧ ban hành ⟦P⟧{paper}⟦/⟧{self._maybe_day()}",
            f"{make} ⟦P⟧{paper}⟦/⟧{self._maybe_day()}",
            f"đề xuất ⟦P⟧{paper}⟦/⟧, trình ⟦S⟧{receiver}⟦/⟧ xem xét{self._maybe_day()}",
            f"{self._deed()}; trên cơ sở đó {make} ⟦P⟧{paper}⟦/⟧{self._maybe_day()}",
        )
        return Order(self.random.choice(forms))

    def _act_and_report(self, leads: tuple[Body, ...]) -> Order:
        receiver, account = self._receiver(leads), self.random.choice(self.topic.accounts)
        day = self._maybe_day()
        forms = (
            f"{self._deed()}; ⟦P⟧báo cáo kết quả⟦/⟧ về ⟦S⟧{receiver}⟦/⟧{day}",
            f"{self._deed()}, ⟦P⟧báo cáo⟦/⟧ ⟦S⟧{receiver}⟦/⟧{day}",
            f"⟦P⟧báo cáo ⟦S⟧{receiver}⟦/⟧ {account}⟦/⟧{day}",
        )
        return Order(self.random.choice(forms))

    def _regular_report(self, leads: tuple[Body, ...]) -> Order:
        receiver, often = self._receiver(leads), days.period(self.random, self.issued)
        forms = (
            f"theo dõi, đôn đốc việc thực hiện; {often} ⟦P⟧báo cáo⟦/⟧ ⟦S⟧{receiver}⟦/⟧",
            f"{self._deed()}; {often} ⟦P⟧báo cáo⟦/⟧ ⟦S⟧{receiver}⟦/⟧",
            f"kiểm tra {self.random.choice(self.topic.reviews)} {often}",
            f"cập nhật số liệu lên hệ thống theo dõi của tỉnh {often}",
        )
        return Order(self.random.choice(forms))

    def _heed(self, leads: tuple[Body, ...]) -> Order:
        verb = self.random.choice(("tăng cường", "nâng cao", "chú trọng", "đẩy mạnh", "phát huy", "quan tâm"))
        tail = self.random.choice(
            ("", "; thực hiện nghiêm các quy định hiện hành", "; khuyến khích sự tham gia của người dân")
        )
        return Order(f"{verb} {self.random.choice(self.topic.matters)}{tail}", standing=True)

    def _hasten(self, leads: tuple[Body, ...]) -> Order:
        return Order(f"⟦D vague⟧khẩn trương⟦/⟧ {self._deed()}")

    def _with_partners(self, order: Order, leads: tuple[Body, ...]) -> Order:
        taken = {lead.name for lead in leads}
        free = [body for body in self.level.partners if body.name not in taken]
        partners = self.random.sample(free, k=self.random.choice((1, 1, 2)))
        names = self.random.choice((", ", " và ")).join(body.printed for body in partners)
        start = self.random.choice(("chủ trì, phối hợp với", "phối hợp với", "chủ trì, phối hợp cùng"))
        return Order(f"{start} {names} {order.words}", partners, order.standing)

    def _receiver(self, leads: tuple[Body, ...]) -> str:
        printed = {lead.printed for lead in leads}
        return self.random.choice([name for name in self.level.receivers if name not in printed])

    def _maybe_day(self) -> str:
        if self.random.random() < 0.3:
            return ""
        if self.random.random() < 0.06:
            return f" {days.event(self.random)}"
        joint = self.random.choice((" ", ", hoàn thành ", ", xong "))
        day = days.deadline(self.random, self.issued)
        return f" {day}" if "hoàn thành" in day else f"{joint}{day}"


def inside(name: str) -> str:
    """A name within a sentence: the article of a group is small there."""
    return f"c{name[1:]}" if name.startswith("Các ") else name


def capital(words: str) -> str:
    """The first letter of the words, not of a mark, as a capital."""
    place = 0
    while words[place] == "⟦":
        place = words.index("⟧", place) + 1
    return words[:place] + words[place].upper() + words[place + 1 :]


def task(section: str, leads: tuple[Body, ...], source: str, order: Order, words: str) -> str:
    """The words as a marked task."""
    options = [section, f"{source}: {'; '.join(body.name for body in leads)}"]
    if order.partners:
        options.append(f"co: {'; '.join(body.name for body in order.partners)}")
    if order.standing:
        options.append("standing")
    return f"⟦T {' | '.join(options)}⟧{words}⟦/⟧"
