"""The .pdf of a sample, set by typst with its embedded font: no network, no fonts of the machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from tools.samples.model import PARTY_TITLE, SAMPLE_MARK, STATE_MOTTO, Annex, Document
from tools.samples.plain_text import FOOTNOTE_MARK

TEMPLATE = Path(__file__).with_name("document.typ")


def render(document: Document) -> bytes:
    """The document as a PDF with a text layer; the same source gives the same bytes."""
    data = json.dumps(template_data(document), ensure_ascii=False)
    pdf = typst.compile(TEMPLATE, format="pdf", sys_inputs={"data": data}, ignore_system_fonts=True)
    if not isinstance(pdf, bytes):
        raise TypeError("typst returned no PDF")
    return pdf


def template_data(document: Document) -> dict[str, Any]:
    """What document.typ reads, as plain JSON values."""
    return {
        "slug": document.slug,
        "side": document.side,
        "mark": SAMPLE_MARK,
        "motto": [PARTY_TITLE] if document.is_party else STATE_MOTTO,
        "upper": document.upper,
        "issuer": document.issuer,
        "number_line": document.number_line,
        "place_date": document.place_date,
        "urgency": document.urgency,
        "type_name": document.type_name,
        "subject": document.subject,
        "addressee_intro": document.addressee_intro,
        "addressees": document.addressees,
        "body": [
            {"kind": block.kind, "label": block.label, "parts": text_parts(block.text, document.footnotes)}
            for block in document.body
        ],
        "recipients": document.recipients,
        "capacity": document.capacity,
        "signer": document.signer,
        "annexes": [annex_data(annex) for annex in document.annexes],
    }


def text_parts(text: str, footnotes: tuple[str, ...]) -> list[dict[str, str | None]]:
    """The text cut at its footnote marks: a part is words, or the text of a note."""
    parts: list[dict[str, str | None]] = []
    for place, piece in enumerate(FOOTNOTE_MARK.split(text)):
        if place % 2:
            parts.append({"text": "", "note": footnotes[int(piece) - 1]})
        else:
            parts.append({"text": piece, "note": None})
    return parts


def annex_data(annex: Annex) -> dict[str, Any]:
    """The table with its header cells, in reading order, and how far each of them reaches."""
    return {
        "label": annex.label,
        "title": annex.title,
        "note": annex.note,
        "widths": annex.widths,
        "header": header_cells(annex),
        "rows": annex.rows,
    }


def header_cells(annex: Annex) -> list[dict[str, Any]]:
    """One row of cells, or two when some columns stand under a common label."""
    if annex.group is None:
        return [{"text": name, "colspan": 1, "rowspan": 1} for name in annex.columns]
    label, first, last = annex.group
    top = [{"text": name, "colspan": 1, "rowspan": 2} for name in annex.columns[:first]]
    top.append({"text": label, "colspan": last - first + 1, "rowspan": 1})
    top += [{"text": name, "colspan": 1, "rowspan": 2} for name in annex.columns[last + 1 :]]
    return top + [{"text": name, "colspan": 1, "rowspan": 1} for name in annex.columns[first : last + 1]]
