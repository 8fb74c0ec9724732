"""What a printed name means in one document: first what people decided, then the register of units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q

from sauro.documents.enums import BindingScope
from sauro.documents.models import Document, NameBinding
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import Expansion, NameContext, expand
from sauro.organizations.selectors.names import resolve_names as resolve_in_register
from sauro.organizations.selectors.register import Register
from vanban.text.normalize import fold

# The nearest decision wins: for this document, then for its issuer, then for the whole province.
_NEAREST_FIRST = (BindingScope.DOCUMENT, BindingScope.ISSUER, BindingScope.PROVINCE)


def expand_names(names: Iterable[str], *, document: Document) -> dict[str, Expansion]:
    """Return what each printed name means in a document: a unit, the units of a group, or nothing.

    Read as of the document's day, and as of today when it has none. Takes two queries for any number of names. The
    units are shared objects of the register: read them only.
    """
    wanted = [name for name in dict.fromkeys(names) if name.strip()]
    return resolve_in_register(
        wanted,
        on=document.issued_on,
        context=NameContext(issuer=document.issuer_unit),
        domain=document.domain,
        bindings=_decided(document, {fold(name) for name in wanted}),
    )


def resolve_names(names: Iterable[str], *, document: Document) -> dict[str, Unit | None]:
    """Return the one unit each printed name means in a document; None for a group, or when nobody can say."""
    return {name: found.unit for name, found in expand_names(names, document=document).items()}


def expand_excepting(name: str, exceptions: Sequence[str], *, document: Document, register: Register) -> Expansion:
    """Return what a group name means in a document without those after "trừ", who may be named by place alone."""
    return expand(
        name,
        on=document.issued_on,
        context=NameContext(issuer=document.issuer_unit),
        domain=document.domain,
        exceptions=exceptions,
        register=register,
    )


def _decided(document: Document, keys: set[str]) -> dict[str, Unit]:
    reach = Q(scope=BindingScope.PROVINCE)
    if document.pk:
        reach |= Q(scope=BindingScope.DOCUMENT, document_id=document.pk)
    if document.issuer_name:
        reach |= Q(scope=BindingScope.ISSUER, issuer_key=fold(document.issuer_name))
    rows = NameBinding.objects.filter(reach, name_key__in=keys, domain=document.domain).select_related("unit")
    by_scope = sorted(rows, key=lambda row: _NEAREST_FIRST.index(BindingScope(row.scope)), reverse=True)
    return {row.name_key: row.unit for row in by_scope}
