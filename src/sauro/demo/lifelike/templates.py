"""Directives read once by the real reader, then issued many times under other numbers and days."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from sauro.checking.selectors.rules import rules_switched_off
from sauro.demo.lifelike.texts import DEADLINES, ISSUED, NUMBER, Office, draft
from sauro.documents.models import Document
from sauro.documents.reader_process import read_text
from sauro.documents.selectors.names import expand_names
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import Expansion
from sauro.tasks.services.proposing import printed_names
from vanban.check.registry import RULES


@dataclass(frozen=True, slots=True)
class Target:
    """Whom one order goes to, or nobody: a general direction, or bodies that cannot be told."""

    leads: tuple[Unit, ...] = ()
    coordinators: tuple[Unit, ...] = ()
    recurrence: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether sending it makes as many assignments as it names bodies, and no more later."""
        return not self.recurrence

    @property
    def count(self) -> int:
        """How many assignments sending makes."""
        return len({unit.pk for unit in (*self.leads, *self.coordinators)})


@dataclass(slots=True)
class Template:
    """A directive with placeholders, what its names mean, and how it reads in each span of time with the same rules."""

    issuer: Unit
    text: str
    deadlines: int
    rules_off: tuple[str, ...]
    meanings: Mapping[str, Expansion] = field(default_factory=dict, repr=False)
    targets: tuple[Target, ...] = ()
    read: dict[dt.date, str] = field(default_factory=dict, repr=False)

    def issue(self, *, number: str, on: dt.date, deadlines: list[dt.date]) -> tuple[bytes, dict[str, Any]]:
        """Return the bytes of the file and what the reader makes of it, under a number of four digits."""
        placeholder = _placeholder(on)
        changed = {NUMBER: number, _words(placeholder): _words(on), placeholder.isoformat(): on.isoformat()}
        for printed, day in zip(DEADLINES, deadlines, strict=False):
            changed |= {f"{printed:%d/%m/%Y}": f"{day:%d/%m/%Y}", printed.isoformat(): day.isoformat()}
        text = self._read(placeholder)
        for old, new in changed.items():
            text = text.replace(old, new)
        answer: dict[str, Any] = json.loads(text)
        return answer["text"].encode(), answer

    def is_known_on(self, day: dt.date) -> bool:
        """Tell whether every body that the names mean was there on a day: before, they meant something else."""
        units = (unit for found in self.meanings.values() for unit in found.units)
        return all(unit.valid.lower is None or unit.valid.lower <= day for unit in units)

    def _read(self, issued: dt.date) -> str:
        if issued not in self.read:
            answer = read_text(self.text.replace(_words(ISSUED), _words(issued)).encode(), rules_off=self.rules_off)
            self.read[issued] = json.dumps(answer, ensure_ascii=False)
        return self.read[issued]

    def understand(self) -> None:
        """Work out whom each order goes to."""
        tasks = json.loads(self._read(ISSUED))["extraction"]["tasks"]
        document = Document(domain=self.issuer.domain, owner_unit=self.issuer, issuer_unit=self.issuer)
        self.meanings = expand_names(printed_names(tasks), document=document)
        self.targets = tuple(_target(task, self.issuer, self.meanings) for task in tasks)


def make_template(random: Random, office: Office, issuer: Unit, orders: int) -> Template:
    """Write a directive and read it."""
    written = draft(random, office, orders)
    template = Template(issuer, written.text, written.deadlines, rules_switched_off())
    template.understand()
    return template


def _words(day: dt.date) -> str:
    return f"ngày {day:%d} tháng {day:%m} năm {day:%Y}"


@cache
def _placeholder(day: dt.date) -> dt.date:
    """Return a day of issue under the same rules of the proofreader as ``day``: they depend on it and are stored."""
    bounds = {rule.valid_from for rule in RULES}
    bounds |= {rule.valid_to + dt.timedelta(days=1) for rule in RULES if rule.valid_to}
    later = [bound for bound in bounds if bound is not None and bound > day]
    if not later:
        return ISSUED
    end = min(later)
    return end - dt.timedelta(days=(end.weekday() - ISSUED.weekday() - 1) % 7 + 1)


def _target(task: dict[str, Any], issuer: Unit, meanings: Mapping[str, Expansion]) -> Target:
    if task["standing"]:
        return Target()
    found = {
        role: tuple(dict.fromkeys(unit for name in task[role] for unit in meanings[name].units))
        for role in ("leads", "coordinators")
    }
    units = [*found["leads"], *found["coordinators"]]
    if not found["leads"] or any(unit.domain != issuer.domain or unit.pk == issuer.pk for unit in units):
        return Target()
    coordinators = tuple(unit for unit in found["coordinators"] if unit not in found["leads"])
    return Target(found["leads"], coordinators, task["recurrence"]["kind"] if task["recurrence"] else "")


def sha256_of(content: bytes) -> str:
    """Return the hash that names a content."""
    return hashlib.sha256(content).hexdigest()
