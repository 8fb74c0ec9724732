"""Footnotes of a .docx: python-docx knows none, so the part is written here."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from tools.samples.docx_parts import append_xml

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def add_footnotes_part(word: WordDocument, notes: tuple[str, ...]) -> None:
    """Write word/footnotes.xml; note n of the source gets the id n."""
    entries = "".join(
        f'<w:footnote w:id="{number}"><w:p>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {escape(note)}</w:t></w:r>'
        "</w:p></w:footnote>"
        for number, note in enumerate(notes, start=1)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:footnotes {nsdecls('w')}>{SEPARATORS}{entries}</w:footnotes>"
    )
    package = word.part.package
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, xml.encode("utf-8"), package)
    word.part.relate_to(part, RELATION)


def add_footnote_mark(paragraph: Paragraph, number: int) -> None:
    """Put the raised mark of note `number` at the end of the paragraph."""
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    append_xml(run._r, reference)
