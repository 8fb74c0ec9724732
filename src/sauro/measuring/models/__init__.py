"""Links of indicators to what the records measure, and the figures of ends of months that wait for a person."""

from sauro.measuring.models.links import MeasureLink
from sauro.measuring.models.proposals import Proposal

__all__ = ["MeasureLink", "Proposal"]
