"""Definitions, rounds, reports of units with their figures and texts, and what was sent."""

from sauro.periodic_reports.models.content import FigureValue, SectionText, TakenSource, TextVersion
from sauro.periodic_reports.models.definitions import (
    DefinitionVersion,
    FigureField,
    LevelRule,
    ReportDefinition,
    SectionField,
)
from sauro.periodic_reports.models.rounds import Round, RoundLevel, SentVersion, UnitReport

__all__ = [
    "DefinitionVersion",
    "FigureField",
    "FigureValue",
    "LevelRule",
    "ReportDefinition",
    "Round",
    "RoundLevel",
    "SectionField",
    "SectionText",
    "SentVersion",
    "TakenSource",
    "TextVersion",
    "UnitReport",
]
