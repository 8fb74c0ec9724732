"""Units of both systems over time, and the people in them."""

from sauro.organizations.models.people import Appointment, Person, Position
from sauro.organizations.models.units import Unit, UnitAlias, UnitSuccession, UnitVersion

__all__ = ["Appointment", "Person", "Position", "Unit", "UnitAlias", "UnitSuccession", "UnitVersion"]
