"""The whole .docx file: parts, sections, headers with page numbers, properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, time

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from vanban.compose.docx.markup import text_element, twips, w
from vanban.compose.docx.numbering import Lists
from vanban.compose.docx.paragraphs import Writer, columns, spacer
from vanban.compose.docx.styles import STYLES, fill_styles
from vanban.compose.forms import FONT, PAPER, SUBSTITUTE, Form, Role
from vanban.compose.sheet import Sheet

_ARCHIVE_DATE = (2026, 1, 1, 0, 0, 0)
_FOOT_GAP = 12.0


def sheet_docx(sheet: Sheet) -> bytes:
    """``sheet`` as a .docx; the same sheet gives the same bytes."""
    file = docx.Document()
    lists = Lists(sheet.form)
    fill_styles(file.styles.element, sheet.form)
    header_ids = _headers(file)
    body = file.element.body
    for child in list(body):
        body.remove(child)
    body.extend(_elements(sheet, Writer(sheet.form, lists), lists, header_ids))
    lists.fill(file.part.numbering_part.element)
    _name_fonts(file)
    _describe(file, sheet)
    return _saved(file)


def _elements(sheet: Sheet, writer: Writer, lists: Lists, header_ids: tuple[str, str]) -> list[_Element]:
    """Everything in the body: the document, then a section for every annex."""
    form = sheet.form
    elements = list(_main(sheet, writer))
    section = _section(form, header_ids, landscape=sheet.landscape)
    for annex in sheet.annexes:
        elements.append(spacer(1, section=section))
        lists.begin()
        width = form.text_width(landscape=annex.landscape)
        elements += [*writer.pieces(annex.head, width), *writer.pieces(annex.body, width)]
        section = _section(form, header_ids, landscape=annex.landscape)
    return [*elements, section]


def _main(sheet: Sheet, writer: Writer) -> Iterator[_Element]:
    width = sheet.width
    heads = (sheet.head_left, width - sheet.head_left)
    yield columns(
        [[list(writer.pieces(*cell)) for cell in zip(row, heads, strict=True)] for row in sheet.letterhead], heads
    )
    yield from writer.pieces(sheet.opening, width)
    yield from writer.pieces(sheet.body, width)
    yield spacer(_FOOT_GAP, keep_next=True)
    yield columns([[list(writer.pieces(*cell)) for cell in sheet.foot]], tuple(width for _paras, width in sheet.foot))
    yield spacer(1)


def _section(form: Form, header_ids: tuple[str, str], *, landscape: bool) -> _Element:
    """Pages count from 1 in every section, and its first page shows no number (NĐ 30/2020, Phụ lục I, mục I.7)."""
    width, height = reversed(PAPER) if landscape else PAPER
    return w(
        "sectPr",
        _reference("default", header_ids[0]),
        _reference("first", header_ids[1]),
        w("type", val="nextPage"),
        w("pgSz", w=twips(width), h=twips(height), orient="landscape" if landscape else None),
        w(
            "pgMar",
            top=twips(form.top),
            right=twips(form.right),
            bottom=twips(form.bottom),
            left=twips(form.left),
            header=twips(form.number_from_edge),
            footer=twips(form.number_from_edge),
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("titlePg"),
    )


def _reference(page: str, part_id: str) -> _Element:
    reference = w("headerReference", type=page)
    reference.set(qn("r:id"), part_id)
    return reference


def _headers(file: Document) -> tuple[str, str]:
    """The relationship ids of the header with the page number and of the empty one for first pages."""
    ids = []
    for content in (_page_number(), w("p", w("pPr", w("pStyle", val=STYLES[Role.PAGE_NUMBER][0])))):
        part, part_id = file.part.add_header_part()  # type: ignore[no-untyped-call]  # python-docx left it so
        for child in list(part.element):
            part.element.remove(child)
        part.element.append(content)
        ids.append(part_id)
    return ids[0], ids[1]


def _page_number() -> _Element:
    code = w("instrText")
    code.text = "PAGE"
    fields = [w("fldChar", fldCharType="begin"), code, w("fldChar", fldCharType="separate")]
    shown = [*fields, text_element("2"), w("fldChar", fldCharType="end")]
    return w("p", w("pPr", w("pStyle", val=STYLES[Role.PAGE_NUMBER][0])), *(w("r", one) for one in shown))


def _name_fonts(file: Document) -> None:
    """Times New Roman, and which typeface takes its place with the same widths where it is missing."""
    fonts = w("fonts", w("font", w("altName", val=SUBSTITUTE), w("family", val="roman"), name=FONT))
    part = next(
        related.target_part for related in file.part.rels.values() if related.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    part._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)


def _describe(file: Document, sheet: Sheet) -> None:
    properties = file.core_properties
    properties.title, properties.author, properties.language = sheet.title, sheet.author, "vi-VN"
    properties.comments = ""
    day = datetime.combine(sheet.day, time(), UTC) if sheet.day else datetime(*_ARCHIVE_DATE, tzinfo=UTC)
    properties.created = properties.modified = day
    properties.last_modified_by, properties.revision = sheet.author, 1


def _saved(file: Document) -> bytes:
    """The file with one date for every member, so that equal content gives equal bytes."""
    given, made = io.BytesIO(), io.BytesIO()
    file.save(given)
    with zipfile.ZipFile(given) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=_ARCHIVE_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return made.getvalue()
