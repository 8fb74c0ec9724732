"""What the bodies printed in the obligations of a document mean today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sauro.documents.models import Document
from sauro.documents.selectors.names import expand_excepting, expand_names
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import Expansion
from sauro.organizations.selectors.register import current_register
from sauro.tasks.models import ObligationBody

# A name as printed, with the names after "trừ".
_Printed = tuple[str, tuple[str, ...]]


class Meanings:
    """The printed names of some bodies with the units they stand for; those after "trừ" are not among them."""

    def __init__(self, document: Document, bodies: Sequence[ObligationBody]) -> None:
        """Look the names up. Takes the same number of queries for any number of names without exceptions."""
        plain = expand_names((body.name for body in bodies if not body.exceptions), document=document)
        self._found: dict[_Printed, Expansion] = {(name, ()): expansion for name, expansion in plain.items()}
        excepting = {_printed(body) for body in bodies if body.exceptions}
        if excepting:
            self._add_excepting(document, excepting)

    def units(self, body: ObligationBody) -> Sequence[Unit]:
        """Return the units of a body: the one that people bound it to, else what its name means."""
        return [body.unit] if body.unit is not None else self._found.get(_printed(body), Expansion()).units

    def _add_excepting(self, document: Document, excepting: Iterable[_Printed]) -> None:
        register = current_register()
        for name, exceptions in excepting:
            found = expand_excepting(name, exceptions, document=document, register=register)
            self._found[name, exceptions] = found


def _printed(body: ObligationBody) -> _Printed:
    return body.name, tuple(body.exceptions)
