"""What a printed name means in one document: first what people decided, then the register of units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from sauro.documents.enums import BindingScope
from sauro.documents.models import Document, NameBinding
from sauro.organizations.models import Unit, UnitAlias
from vanban.text.normalize import fold

# The nearest decision wins: for this document, then for its issuer, then for the whole province.
_NEAREST_FIRST = (BindingScope.DOCUMENT, BindingScope.ISSUER, BindingScope.PROVINCE)


def resolve_names(names: Iterable[str], *, document: Document, on: dt.date) -> dict[str, Unit | None]:
    """Return the unit each printed name means in a document as of a day, or None. Takes two queries for any number.

    A name that several units share means none of them: a person decides.
    """
    keys = {name: fold(name) for name in dict.fromkeys(names) if name.strip()}
    decided = _decided(document, set(keys.values()))
    registered = registered_units(set(keys.values()) - set(decided), on=on)
    return {name: decided.get(key) or registered.get(key) for name, key in keys.items()}


def registered_units(keys: set[str], *, on: dt.date) -> dict[str, Unit]:
    """Return, by folded name, the units of the register in force on a day whose name is unmistakable."""
    if not keys:
        return {}
    found: dict[str, dict[object, Unit]] = {}
    for alias in UnitAlias.objects.filter(key__in=keys, valid__contains=on).select_related("unit"):
        found.setdefault(alias.key, {})[alias.unit_id] = alias.unit
    return {key: next(iter(units.values())) for key, units in found.items() if len(units) == 1}


def _decided(document: Document, keys: set[str]) -> dict[str, Unit]:
    reach = Q(scope=BindingScope.PROVINCE)
    if document.pk:
        reach |= Q(scope=BindingScope.DOCUMENT, document_id=document.pk)
    if document.issuer_name:
        reach |= Q(scope=BindingScope.ISSUER, issuer_key=fold(document.issuer_name))
    rows = NameBinding.objects.filter(reach, name_key__in=keys, domain=document.domain).select_related("unit")
    by_scope = sorted(rows, key=lambda row: _NEAREST_FIRST.index(BindingScope(row.scope)), reverse=True)
    return {row.name_key: row.unit for row in by_scope}
