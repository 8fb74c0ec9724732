"""The document as a page: its blocks as HTML, with obligations, bodies, deadlines, products and findings marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Obligation
from sauro.tasks.selectors.desk import Desk
from sauro.tasks.six_clears import span_of
from sauro.tasks.web.desk_segments import TextMark, marks_by_block, render_segments

_MARKED_ELEMENTS = (("due", "mk-due"), ("recurrence", "mk-due"), ("product", "mk-product"))


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block as HTML. ``page`` is set on the first block of each page after the first."""

    index: int
    classes: str
    html: SafeString
    start: int | None
    page: int | None


def paper(desk: Desk) -> SafeString:
    """Return the whole document as HTML: a block for each paragraph, table and footnote, and a line between pages.

    Made here and not in a template: a long document has hundreds of blocks, and this page has to come at once.
    """
    pieces: list[str] = []
    for block in _render(desk, None):
        if block.page:
            turn = _("trang %(page)s") % {"page": block.page}
            pieces.append(f'<div class="paper-turn" data-skip><span>{escape(turn)}</span></div>')
        at = "" if block.start is None else f' data-start="{block.start}"'
        pieces.append(f'<div class="{block.classes}" data-block="{block.index}"{at}>{block.html}</div>\n')
    return mark_safe("".join(pieces))  # noqa: S308 - blocks come escaped from render_segments


def changed_blocks(desk: Desk, spans: Iterable[tuple[int, int]]) -> dict[int, SafeString]:
    """Return the HTML of the blocks that touch the spans, by index, for a page that has drawn the others already."""
    wanted = list(spans)
    return {block.index: block.html for block in _render(desk, wanted)}


def _render(desk: Desk, spans: Sequence[tuple[int, int]] | None) -> Iterator[PageBlock]:
    places = [(int(block["start"]), int(block["end"])) for block in desk.blocks]
    by_block = marks_by_block(document_marks(desk), places)
    page = None
    for index, (block, (start, end), marks) in enumerate(zip(desk.blocks, places, by_block, strict=True)):
        turned = block.get("page") if block.get("page") != page else None
        first, page = page is None, block.get("page") or page
        if spans is not None and not any(left < end and right > start for left, right in spans):
            continue
        table = block.get("table")
        html = _table(desk.text, table, marks) if table else render_segments(desk.text, start, end, marks)
        yield PageBlock(index, _classes(block), html, None if table else start, None if first else turned)


def document_marks(desk: Desk) -> list[TextMark]:
    """Return all marks ordered by where they begin. Discarded obligations are not marked."""
    marks = [_finding_mark(number, finding) for number, finding in enumerate(desk.findings, 1) if span_of(finding)]
    marks += map(_uncertain_mark, desk.uncertain)
    for number, obligation in enumerate(desk.obligations, 1):
        if obligation.state != ObligationState.DISCARDED:
            marks += _obligation_marks(number, obligation)
    limit = len(desk.text)
    return sorted((mark for mark in marks if mark.end <= limit), key=lambda mark: (mark.start, -mark.end, mark.classes))


def _obligation_marks(number: int, obligation: Obligation) -> Iterator[TextMark]:
    sign = format_html(
        '<a class="mk-number" data-skip data-for="{}" href="#viec-{}" tabindex="-1" aria-label="{}">{}</a>',
        obligation.pk, obligation.pk, _("Nhiệm vụ %(number)s") % {"number": number}, number,
    )  # fmt: skip
    attributes = (("data-ob", str(obligation.pk)), ("data-state", obligation.state))
    yield TextMark(obligation.start, obligation.end, "mk-task", attributes, sign)
    for body in obligation.bodies.all():
        if body.start is not None and body.end is not None and body.start < body.end:
            loose = body.unit_id is None and not body.is_group
            yield TextMark(body.start, body.end, "mk-body mk-loose" if loose else "mk-body")
    for name, classes in _MARKED_ELEMENTS:
        span = span_of(obligation.elements.get(name))
        if span:
            yield TextMark(*span, classes)


def _uncertain_mark(word: Sequence[float]) -> TextMark:
    start, end, confidence = word
    said = _("máy đọc chưa chắc (%(percent)s%%)") % {"percent": round(confidence * 100)}
    sign = format_html('<span class="visually-hidden" data-skip>[{}] </span>', said)
    return TextMark(int(start), int(end), "mk-unsure", (("title", said),), sign)


def _finding_mark(number: int, finding: Mapping[str, Any]) -> TextMark:
    message = str(finding.get("message") or finding.get("rule") or "")
    sign = format_html(
        '<button type="button" class="mk-sign" data-skip data-finding="{}" tabindex="-1" aria-label="{}" title="{}">'
        '<i class="ti ti-alert-triangle" aria-hidden="true"></i></button>',
        number, _("Phát hiện: %(message)s") % {"message": message}, message,
    )  # fmt: skip
    severity = str(finding.get("severity") or "warning")
    known = severity if severity in ("error", "warning", "info") else "warning"
    span = span_of(finding) or (0, 0)
    return TextMark(*span, f"mk-finding mk-{known}", (("id", f"phat-hien-{number}"), ("title", message)), sign)


def _classes(block: Mapping[str, Any]) -> str:
    style = block.get("style") or {}
    names = ["block", f"block-{block.get('kind') or 'paragraph'}"]
    alignment = style.get("alignment")
    if alignment in ("center", "right", "justify"):
        names.append(f"block-{alignment}")
    names += [f"block-{hint}" for hint in ("bold", "italic") if style.get(hint)]
    if block.get("label"):
        names.append("block-listed")
    return " ".join(names)


def _table(text: str, table: Mapping[str, Any], marks: Sequence[TextMark]) -> SafeString:
    rows: dict[int, list[str]] = {}
    for cell in table["cells"]:
        start, end = int(cell["start"]), int(cell["end"])
        content = render_segments(text, start, end, marks)
        spans = "".join(
            f' {name}="{int(cell[key])}"'
            for name, key in (("rowspan", "row_span"), ("colspan", "column_span"))
            if int(cell.get(key) or 1) > 1
        )
        rows.setdefault(int(cell["row"]), []).append(f'<td data-start="{start}"{spans}>{content}</td>')
    body = "".join(f"<tr>{''.join(rows[row])}</tr>" for row in sorted(rows))
    return mark_safe(f"<table><tbody>{body}</tbody></table>")  # noqa: S308 - cells escaped by render_segments
