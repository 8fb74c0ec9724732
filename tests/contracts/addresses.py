"""Every address of the product, as Django resolves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import URLPattern, URLResolver, get_resolver


def all_names() -> set[str]:
    """Return the name of every address; an address without a name appears as its pattern, which no table can hold."""
    return set(_names(get_resolver().url_patterns, namespace="", prefix=""))


def missing(names: set[str], table: set[str]) -> set[str]:
    """Return the names that a table leaves out."""
    return names - table


def _names(patterns: Sequence[URLPattern | URLResolver], *, namespace: str, prefix: str) -> Iterator[str]:
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern.url_patterns, namespace=inner, prefix=address)
        else:
            yield f"{namespace}{pattern.name}" if pattern.name else f"unnamed: /{address}"
