"""The .txt of a sample: what a clerk gets who pastes the document into a mail."""

from __future__ import annotations

import re

from tools.samples.model import PARTY_TITLE, SAMPLE_MARK, STATE_MOTTO, Annex, Block, Document

FOOTNOTE_MARK = re.compile(r"\[\^(\d+)\]")


def render(document: Document) -> str:
    """The whole document as paragraphs parted by an empty line; the first line says that it is a sample."""
    paragraphs = [SAMPLE_MARK, *header(document), *addressees(document)]
    paragraphs += [block_line(block) for block in document.body]
    paragraphs += ["Nơi nhận:\n" + recipient_lines(document)]
    paragraphs += ["\n".join(document.capacity), document.signer]
    paragraphs += [f"<sup>{count}</sup> {text}" for count, text in enumerate(document.footnotes, start=1)]
    for annex in document.annexes:
        paragraphs += annex_paragraphs(annex)
    return "\n\n".join(paragraphs) + "\n"


def header(document: Document) -> list[str]:
    """Issuer, motto, number, place and date, type and subject: each system in its own order."""
    issuer = "\n".join((*document.upper, *document.issuer))
    subject = "\n".join(document.subject)
    urgency = [document.urgency] if document.urgency else []
    if document.is_party:
        top = [issuer, "*", document.number_line]
        top += [] if document.type_name else [subject]
        top += [PARTY_TITLE, document.place_date]
    else:
        top = [issuer, "\n".join(STATE_MOTTO), document.number_line, document.place_date]
        top += [] if document.type_name else [subject]
    named = [f"{document.type_name}\n{subject}"] if document.type_name else []
    return [*top, *urgency, *named]


def addressees(document: Document) -> list[str]:
    """`Kính gửi:`, or what the source has instead, with one addressee on its line, or a list."""
    if not document.addressees:
        return []
    if len(document.addressees) == 1:
        return [f"{document.addressee_intro} {document.addressees[0]}"]
    return [document.addressee_intro, "\n".join(f"- {line}" for line in document.addressees)]


def block_line(block: Block) -> str:
    """Label and text; footnote marks in the form in which Markdown converters leave them."""
    text = FOOTNOTE_MARK.sub(r"<sup>(\1)</sup>", block.text)
    return f"{block.label} {text}" if block.label else text


def recipient_lines(document: Document) -> str:
    """The list under `Nơi nhận:`."""
    return "\n".join(f"- {line}" for line in document.recipients)


def annex_paragraphs(annex: Annex) -> list[str]:
    """Title, note, and the table as one line a row with bars between the cells."""
    title = "\n".join(line for line in (annex.label, annex.title, annex.note) if line)
    lines = [table_line(annex.columns)]
    lines += [table_line(row) for row in annex.rows]
    return [title, "\n".join(lines)]


def table_line(cells: tuple[str, ...]) -> str:
    """One row of a table."""
    return "| " + " | ".join(cells) + " |"
