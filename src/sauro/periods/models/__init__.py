"""Periods."""

from sauro.periods.models.periods import Period

__all__ = ["Period"]
