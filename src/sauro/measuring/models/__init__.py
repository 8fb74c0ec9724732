"""Which measure an indicator is."""

from sauro.measuring.models.links import MeasureLink

__all__ = ["MeasureLink"]
