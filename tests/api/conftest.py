"""Programs of the personas, and folders of their own for files."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.factories.api import Program, make_key
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

__all__ = ["file_folder", "quarantine_folder"]

ProgramOf = Callable[[str], Program]


@pytest.fixture
def program_of(world: World) -> ProgramOf:
    """Return a function that gives the program of a persona."""
    programs: dict[str, Program] = {}

    def give(persona: str) -> Program:
        if persona not in programs:
            programs[persona] = Program(make_key(world.users[persona]))
        return programs[persona]

    return give


@pytest.fixture
def anonymous(db: None) -> Program:
    """A program without a key."""
    return Program()
