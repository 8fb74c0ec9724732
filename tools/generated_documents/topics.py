"""What generated documents are about, read from topics.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("topics.toml")


@dataclass(frozen=True)
class Goal:
    """A target: ``text`` has ``{n}`` for the figure, between ``least`` and ``most``."""

    text: str
    indicator: str
    operator: str
    unit: str
    least: int
    most: int


@dataclass(frozen=True)
class Topic:
    """One field of work. Phrases are without their first capital and without a full stop."""

    name: str
    reviews: tuple[str, ...]
    works: tuple[str, ...]
    papers: tuple[str, ...]
    matters: tuple[str, ...]
    accounts: tuple[str, ...]
    background: tuple[str, ...]
    goals: tuple[Goal, ...]


def _topic(data: dict[str, Any]) -> Topic:
    goals = tuple(Goal(**goal) for goal in data.pop("goals"))
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    return Topic(name=data["name"], goals=goals, **lists)


TOPICS = tuple(_topic(data) for data in tomllib.loads(_DATA.read_text(encoding="utf-8"))["topic"])
