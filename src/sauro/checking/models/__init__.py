"""What the site changed about the rules, and what it knows that they ask for."""

from sauro.checking.models.competence import CheckChoice, CompetenceRow
from sauro.checking.models.switches import RuleSwitch

__all__ = ["CheckChoice", "CompetenceRow", "RuleSwitch"]
