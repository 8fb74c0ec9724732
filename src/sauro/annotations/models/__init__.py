"""How the machine's proposals fared with the people who reviewed them."""

from sauro.annotations.models.comparisons import Comparison

__all__ = ["Comparison"]
