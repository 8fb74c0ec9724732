"""Directives read once by the real reader, then issued many times under other numbers and days."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
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

_WORDS_OF_ISSUE = "ngày {0:%d} tháng {0:%m} năm {0:%Y}"


@dataclass(frozen=True, slots=True)
class Target:
    """Whom one order goes to, or nobody: a general direction, or bodies that cannot be told."""

    leads: tuple[Unit, ...] = ()
    coordinators: tuple[Unit, ...] = ()
    recurrence: str = ""

    @property
    def count(self) -> int:
        """How many assignments sending makes."""
        return len({unit.pk for unit in (*self.leads, *self.coordinators)})


@dataclass(frozen=True, slots=True)
class Template:
    """A directive as read, with placeholders, and what its names mean."""

    issuer: Unit
    answer: str
    deadlines: int
    meanings: Mapping[str, Expansion] = field(repr=False)
    targets: tuple[Target, ...] = ()

    def issue(self, *, number: int, on: dt.date, deadlines: list[dt.date]) -> tuple[bytes, dict[str, Any]]:
        """Return the bytes of the file and what the reader makes of it, under a number of four digits."""
        changed = {NUMBER: f"{number:04d}", _WORDS_OF_ISSUE.format(ISSUED): _WORDS_OF_ISSUE.format(on)}
        changed[ISSUED.isoformat()] = on.isoformat()
        for placeholder, day in zip(DEADLINES, deadlines, strict=False):
            changed |= {f"{placeholder:%d/%m/%Y}": f"{day:%d/%m/%Y}", placeholder.isoformat(): day.isoformat()}
        text = self.answer
        for old, new in changed.items():
            text = text.replace(old, new)
        answer: dict[str, Any] = json.loads(text)
        return answer["text"].encode(), answer


def make_template(random: Random, office: Office, issuer: Unit, orders: int) -> Template:
    """Write a directive, read it, and work out whom each order goes to."""
    written = draft(random, office, orders)
    answer = read_text(written.text.encode(), rules_off=rules_switched_off())
    tasks = answer["extraction"]["tasks"]
    document = Document(domain=issuer.domain, owner_unit=issuer, issuer_unit=issuer)
    meanings = expand_names(printed_names(tasks), document=document)
    targets = tuple(_target(task, issuer, meanings) for task in tasks)
    return Template(issuer, json.dumps(answer, ensure_ascii=False), written.deadlines, meanings, targets)


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
