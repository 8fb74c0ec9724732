"""Runs over many assignments, with a row for each."""

from sauro.bulk.models.runs import Run, RunRow

__all__ = ["Run", "RunRow"]
