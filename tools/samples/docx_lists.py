"""Real Word lists for the samples that use them: the numbers are computed by Word, not typed."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree
from tools.samples.docx_parts import insert_property
from tools.samples.model import Document

NUMBERED_LIST_ID = 91
BULLET_LIST_ID = 92
LEVELS = {"part": 0, "title": 1, "item": 1, "sub": 2, "letter": 3}


def level_xml(level: int, number_format: str, text: str) -> str:
    """One level of a list definition; levels start again below a higher one, as Word does by itself."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
    )


def add_list_definitions(word: WordDocument, source: Document) -> None:
    """Put the two lists of a sample into numbering.xml: I. 1. 1.1. a) and the hyphen."""
    part_mark = "-" if source.is_party else "."
    levels = (
        level_xml(0, "upperRoman", f"%1{part_mark}")
        + level_xml(1, "decimal", "%2.")
        + level_xml(2, "decimal", "%2.%3.")
        + level_xml(3, "lowerLetter", "%4)")
    )
    numbering = word.part.numbering_part.element
    for list_id, kind, content in (
        (NUMBERED_LIST_ID, "multilevel", levels),
        (BULLET_LIST_ID, "hybridMultilevel", level_xml(0, "bullet", "-")),
    ):
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}">'
            f'<w:multiLevelType w:val="{kind}"/>{content}</w:abstractNum>'
        )
        first_num = numbering.find(qn("w:num"))
        if first_num is None:
            numbering.append(abstract)
        else:
            first_num.addprevious(abstract)
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>')
        )


def number_paragraph(paragraph: Paragraph, kind: str) -> None:
    """Make the paragraph an item of the list its kind belongs to; its label is then Word's business."""
    list_id = BULLET_LIST_ID if kind == "bullet" else NUMBERED_LIST_ID
    level = 0 if kind == "bullet" else LEVELS[kind]
    number = OxmlElement("w:numPr")
    for name, value in (("ilvl", level), ("numId", list_id)):
        etree.SubElement(number, qn(f"w:{name}")).set(qn("w:val"), str(value))
    insert_property(paragraph, number)
