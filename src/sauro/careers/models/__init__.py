"""The competency framework, standards of posts, assessments of people, and what people lack."""

from sauro.careers.models.standards import Assessment, Competency, Demand, Gap, Standard

__all__ = ["Assessment", "Competency", "Demand", "Gap", "Standard"]
