"""What the site changed about the rules."""

from sauro.checking.models.switches import RuleSwitch

__all__ = ["RuleSwitch"]
