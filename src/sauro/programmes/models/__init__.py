"""Programmes and plans, their lines, what is asked of them, and the templates they start from."""

from sauro.programmes.models.demands import Answer, Demand, Reference, ReleasedLine
from sauro.programmes.models.entries import Entry, EntryAssignment, EntryTarget, Funding
from sauro.programmes.models.programmes import Programme, ProgrammeVersion, Remark, Section, StepTaken
from sauro.programmes.models.templates import ProgrammeTemplate

__all__ = [
    "Answer",
    "Demand",
    "Entry",
    "EntryAssignment",
    "EntryTarget",
    "Funding",
    "Programme",
    "ProgrammeTemplate",
    "ProgrammeVersion",
    "Reference",
    "ReleasedLine",
    "Remark",
    "Section",
    "StepTaken",
]
