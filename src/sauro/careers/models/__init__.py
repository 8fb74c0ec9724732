"""Standards of posts and what people lack; moves of people."""

from sauro.careers.models.moves import Move
from sauro.careers.models.standards import Assessment, Competency, Demand, Gap, Standard

__all__ = ["Assessment", "Competency", "Demand", "Gap", "Move", "Standard"]
