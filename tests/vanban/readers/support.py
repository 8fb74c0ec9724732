"""Small builders of documents, and the questions the tests ask about what was read."""

import io
import zipfile
from html import escape

from vanban.readers import read
from vanban.types import Block, BlockKind, ReadDocument

W_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str, *, properties: str = "", run_properties: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, run_properties)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A Word run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def docx(body: str, **parts: str) -> bytes:
    """A .docx with a body and further parts by the name of their root element, such as ``numbering``."""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {W_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
    }
    for name, content in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {W_NAMESPACES}>{content}</w:{root}>"
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip file with these entries, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relations(targets: dict[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE_RELATIONS}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE_RELATIONS}">{items}</Relationships>'


def lines(document: ReadDocument) -> list[str]:
    """The text of every block."""
    return [text_of(document, block) for block in document.blocks]


def text_of(document: ReadDocument, block: Block) -> str:
    """The text of a block."""
    return document.text[block.start : block.end]


def read_text(text: str, name: str = "van-ban.txt") -> list[str]:
    """The blocks of a text file."""
    return lines(read(text.encode(), name=name))


def blocks_of(document: ReadDocument, kind: BlockKind) -> list[str]:
    """The text of the blocks of a kind."""
    return [text_of(document, block) for block in document.blocks if block.kind is kind]


def cell_texts(document: ReadDocument) -> list[list[tuple[int, int, int, int, str]]]:
    """Row, column, spans and text of every cell, for every table."""
    return [
        [
            (cell.row, cell.column, cell.row_span, cell.column_span, document.text[cell.start : cell.end])
            for cell in block.table.cells
        ]
        for block in document.blocks
        if block.table is not None
    ]
