"""XML from strangers: no entities, no network, no external files, bounded depth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vanban.readers import messages

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARES_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_xml(data: bytes) -> _Element:
    """The root element.

    Office formats never carry a document type, so one is refused as damaged before any entity could be declared;
    nesting deeper than the 256 levels that libxml2 allows is refused too.
    """
    from lxml import etree  # noqa: PLC0415 - heavy, needed for packaged formats only

    if _DECLARES_ENTITIES.search(data) or (b"\x00" in data[:64] and _declares_in_utf16(data)):
        raise messages.unreadable("damaged")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise messages.unreadable("damaged") from error


def _declares_in_utf16(data: bytes) -> bool:
    return _DECLARES_ENTITIES.search(data.replace(b"\x00", b"")) is not None
