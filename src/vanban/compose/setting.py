"""From content to the sheet that both writers print."""

from __future__ import annotations

from dataclasses import replace

from vanban.compose.body import set_blocks
from vanban.compose.foot import set_maker, set_recipients, set_signature
from vanban.compose.forms import FORMS, Role
from vanban.compose.head import annex_head, issuer_in_text, letterhead, opening
from vanban.compose.kinds import NAMES
from vanban.compose.model import Content
from vanban.compose.sheet import AnnexSheet, Para, Piece, Sheet
from vanban.compose.typography import tidy
from vanban.compose.validation import require
from vanban.compose.words import ended

_LONGEST_PROPERTY = 255


def set_content(content: Content) -> Sheet:
    """``content`` with everything that the layout adds to it.

    Raises :class:`vanban.compose.validation.BadContent`.
    """
    require(content)
    form = FORMS[content.layout]
    body = set_blocks(content.body, form, form.text_width(landscape=content.landscape))
    return Sheet(
        form=form,
        letterhead=letterhead(content),
        opening=opening(content),
        body=body if content.is_form else _closed(body, form.end),
        recipients=set_recipients(content),
        signature=set_signature(content),
        annexes=tuple(_annexes(content)),
        title=_property(f"{content.title or NAMES[content.kind]}: {content.subject}".strip(": ")),
        author=_property(issuer_in_text(content)),
        day=content.header.date,
        landscape=content.landscape,
        is_form=content.is_form,
        maker=set_maker(content),
    )


def _property(text: str) -> str:
    """A property of the file, for which Word allows so many characters."""
    return tidy(text).strip()[:_LONGEST_PROPERTY]


def _closed(body: tuple[Piece, ...], end: str) -> tuple[Piece, ...]:
    """The body with the mark of its end, held together with the signature; a table at the very end takes no mark."""
    last = body[-1] if body else None
    if not isinstance(last, Para) or last.role is Role.TABLE_NOTE:
        return body
    return (*body[:-1], replace(ended(last, end), keep_next=True))


def _annexes(content: Content) -> list[AnnexSheet]:
    form = FORMS[content.layout]
    several = sum(annex.numbered for annex in content.annexes) > 1
    sheets, place = [], 0
    for annex in content.annexes:
        place += annex.numbered
        body = set_blocks(annex.body, form, form.text_width(landscape=annex.landscape))
        sheets.append(AnnexSheet(annex_head(annex, place if several else 0, content), body, annex.landscape))
    return sheets
