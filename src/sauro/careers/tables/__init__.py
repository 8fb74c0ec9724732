"""Lists of careers."""

from sauro.careers.tables.moves import CAREER_MOVES
from sauro.careers.tables.planning import NOMINATIONS, PLANNING_LISTS
from sauro.careers.tables.records import ACTS, LOCAL_HOLDERS
from sauro.careers.tables.standards import CHECKED, COMPETENCIES, GAPS

__all__ = [
    "ACTS", "CAREER_MOVES", "CHECKED", "COMPETENCIES", "GAPS", "LOCAL_HOLDERS", "NOMINATIONS", "PLANNING_LISTS",
]  # fmt: skip
