"""What a printed name can mean, and the document it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from sauro.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class NameContext:
    """The document a name stands in: who issued it, and in which commune it is read, when one is meant.

    ``commune`` is a territory or any body of one; without it the issuer's own commune is taken.
    """

    issuer: Unit | None = None
    commune: Unit | None = None


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a name means. ``units`` are shared objects of the register: read them, never change or save them.

    ``unresolved`` lists the parts of the name, exceptions included, that nobody could be found for: a person decides.
    ``is_relative`` marks a name that only the document itself could explain ("đơn vị mình").
    """

    units: tuple[Unit, ...] = ()
    is_group: bool = False
    unresolved: tuple[str, ...] = ()
    is_relative: bool = False

    @property
    def unit(self) -> Unit | None:
        """The one unit meant, when the name is no group and means exactly one."""
        return self.units[0] if len(self.units) == 1 and not self.is_group else None


def each_once(units: list[Unit]) -> tuple[Unit, ...]:
    """Return the units without repetitions, in their order."""
    return tuple({unit.pk: unit for unit in units}.values())
