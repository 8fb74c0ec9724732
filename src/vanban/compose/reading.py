"""Content from JSON, in the form of docs/dev/compose.md; what is wrong is said in Vietnamese, all at once."""

from __future__ import annotations

import json
from decimal import Decimal

from vanban.compose.json_nodes import Node
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Cell,
    CellValue,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Level,
    Numbered,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    Text,
    Urgency,
)
from vanban.compose.typography import is_printable_number
from vanban.compose.validation import BadContent, Fault

_BLOCKS = ("paragraph", *Level, "table")
_DEEPEST = 20
_WIDEST = 1_000_000


def content_from_json(text: str | bytes) -> Content:
    """The content that a JSON document describes. Raises :class:`BadContent` with every fault of its form."""
    try:
        value = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise BadContent((Fault("", f"Tệp không phải JSON hợp lệ: {error}"),)) from error
    return content_from_value(value)


def content_from_value(value: object) -> Content:
    """The content that parsed JSON describes. Raises :class:`BadContent`."""
    faults: list[Fault] = []
    content = _content(Node(value, "", faults))
    if content is None or faults:
        raise BadContent(tuple(faults))
    return content


def _content(node: Node) -> Content | None:
    fields = node.fields(
        "kind", "layout", "header", "title", "subject", "addressees", "authority", "bases", "body", "recipients",
        "filing", "signature", "annexes", "issuer_name", "landscape", "maker",
    )  # fmt: skip
    if fields is None or not _has(node, fields, "kind", "header", "body", "signature"):
        return None
    kind, header, signature = fields["kind"].choice(Kind), _header(fields["header"]), _signature(fields["signature"])
    layout = fields["layout"].choice(Layout) if "layout" in fields else Layout.STATE
    body = _blocks(fields["body"], 0)
    annexes = tuple(_annex(entry) for entry in fields["annexes"].entries()) if "annexes" in fields else ()
    bases = tuple(_text(entry) for entry in fields["bases"].entries()) if "bases" in fields else ()
    if kind is None or layout is None or header is None:
        return None
    return Content(
        kind=kind, header=header, body=body, signature=signature, layout=layout, bases=bases,
        title=fields["title"].string() if "title" in fields else None, subject=_string(fields, "subject"),
        addressees=_strings(fields, "addressees"), authority=_string(fields, "authority"),
        recipients=_strings(fields, "recipients"), filing=_string(fields, "filing"),
        annexes=tuple(annex for annex in annexes if annex), issuer_name=_string(fields, "issuer_name"),
        landscape=_switch(fields, "landscape"),
        maker=_signature(fields["maker"]) if "maker" in fields else None,
    )  # fmt: skip


def _header(node: Node) -> Header | None:
    fields = node.fields("upper", "issuer", "number", "symbol", "place", "date", "urgency", "draft")
    if fields is None or not _has(node, fields, "issuer", "symbol", "place"):
        return None
    return Header(
        issuer=fields["issuer"].strings(),
        symbol=fields["symbol"].string(),
        place=fields["place"].string(),
        upper=_strings(fields, "upper"),
        number=_string(fields, "number"),
        date=fields["date"].day() if "date" in fields else None,
        urgency=fields["urgency"].choice(Urgency) if "urgency" in fields else None,
        draft=_switch(fields, "draft"),
    )


def _signature(node: Node) -> Signature:
    fields = node.fields("capacity", "name") or {}
    return Signature(_strings(fields, "capacity"), _string(fields, "name"))


def _annex(node: Node) -> Annex | None:
    fields = node.fields("title", "body", "landscape", "numbered", "reference")
    if fields is None or not _has(node, fields, "title", "body"):
        return None
    return Annex(
        title=fields["title"].string(),
        body=_blocks(fields["body"], 0),
        landscape=_switch(fields, "landscape"),
        numbered="numbered" not in fields or fields["numbered"].switch(),
        reference=fields["reference"].string() if "reference" in fields else None,
    )


def _blocks(node: Node, depth: int) -> tuple[Block, ...]:
    if depth > _DEEPEST:
        node.wrong(f"Mục lồng nhau quá {_DEEPEST} cấp.")
        return ()
    return tuple(block for entry in node.entries() if (block := _block(entry, depth)) is not None)


def _block(node: Node, depth: int) -> Block | None:
    if isinstance(node.value, str):
        return Paragraph(node.value)
    kind = node.value.get("type") if isinstance(node.value, dict) else None
    if kind == "table":
        return _table(node)
    if kind == "paragraph":
        return _paragraph(node)
    if isinstance(kind, str) and kind in list(Level):
        return _numbered(node, Level(kind), depth)
    node.wrong(f"Phải là chữ, hoặc đối tượng có “type” là một trong: {', '.join(_BLOCKS)}.")
    return None


def _paragraph(node: Node) -> Paragraph | None:
    fields = node.fields("type", "text", "align")
    if fields is None or not _has(node, fields, "text"):
        return None
    return Paragraph(_text(fields["text"]), fields["align"].choice(Align) if "align" in fields else None)


def _numbered(node: Node, level: Level, depth: int) -> Numbered | None:
    fields = node.fields("type", "heading", "text", "body")
    if fields is None:
        return None
    return Numbered(
        level,
        heading=_string(fields, "heading"),
        text=_text(fields["text"]) if "text" in fields else "",
        body=_blocks(fields["body"], depth + 1) if "body" in fields else (),
    )


def _table(node: Node) -> Table | None:
    fields = node.fields("type", "columns", "rows", "head", "caption", "unit", "numbered_columns", "dense", "notes")
    if fields is None or not _has(node, fields, "columns", "rows"):
        return None
    return Table(
        columns=tuple(_column(entry) for entry in fields["columns"].entries()),
        rows=_rows(fields["rows"]),
        head=_rows(fields["head"]) if "head" in fields else (),
        caption=_string(fields, "caption"),
        unit=_string(fields, "unit"),
        numbered_columns=_switch(fields, "numbered_columns"),
        dense=_switch(fields, "dense"),
        notes=_strings(fields, "notes"),
    )


def _column(node: Node) -> Column:
    if isinstance(node.value, str):
        return Column(node.value)
    fields = node.fields("title", "width", "align") or {}
    width = fields["width"].value if "width" in fields else 1
    if not isinstance(width, (int, float, Decimal)) or isinstance(width, bool) or not 0 < width < _WIDEST:
        fields["width"].wrong(f"Phải là số lớn hơn 0, nhỏ hơn {_WIDEST}.")
        width = 1
    align = fields["align"].choice(Align) if "align" in fields else Align.LEFT
    return Column(_string(fields, "title"), float(width), align or Align.LEFT)


def _rows(node: Node) -> tuple[Row, ...]:
    return tuple(tuple(_cell(cell) for cell in row.entries()) for row in node.entries())


def _cell(node: Node) -> Cell | CellValue:
    if not isinstance(node.value, dict):
        return _cell_value(node)
    fields = node.fields("text", "column_span", "row_span", "bold", "italic", "align") or {}
    return Cell(
        text=_cell_value(fields["text"]) if "text" in fields else "",
        column_span=fields["column_span"].whole() if "column_span" in fields else 1,
        row_span=fields["row_span"].whole() if "row_span" in fields else 1,
        bold=_switch(fields, "bold"),
        italic=_switch(fields, "italic"),
        align=fields["align"].choice(Align) if "align" in fields else None,
    )


def _cell_value(node: Node) -> CellValue:
    value = node.value
    if value is None:
        return ""
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        if not is_printable_number(value):
            node.wrong("Số quá lớn hoặc quá nhiều chữ số thập phân.")
            return 0
        return value
    return _text(node)


def _text(node: Node) -> Text:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, list):
        return tuple(_run(entry) for entry in node.entries())
    node.wrong("Phải là chữ, hoặc danh sách các đoạn chữ.")
    return ""


def _run(node: Node) -> str | Run:
    if isinstance(node.value, str):
        return node.value
    fields = node.fields("text", "bold", "italic", "underline") or {}
    emphasis = {name: _switch(fields, name) for name in ("bold", "italic", "underline")}
    return Run(_string(fields, "text"), **emphasis)


def _has(node: Node, fields: dict[str, Node], *needed: str) -> bool:
    missing = [name for name in needed if name not in fields]
    for name in missing:
        node.child(None, name).wrong("Thiếu trường bắt buộc này.")
    return not missing


def _string(fields: dict[str, Node], name: str) -> str:
    return fields[name].string() if name in fields else ""


def _strings(fields: dict[str, Node], name: str) -> tuple[str, ...]:
    return fields[name].strings() if name in fields else ()


def _switch(fields: dict[str, Node], name: str) -> bool:
    return name in fields and fields[name].switch()
