"""Composing official documents for a user: what cannot be set is said as a sentence, not as a fault of the server."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from vanban.api import compose_docx, compose_pdf
from vanban.compose.model import Content
from vanban.compose.pdf.press import NotComposed
from vanban.compose.validation import BadContent


class PaperKind(StrEnum):
    """The files an official document is composed as."""

    DOCX = "docx"
    PDF = "pdf"


def composed(content: Content, kind: PaperKind) -> bytes:
    """Return the document as a file. Raises ``DomainError`` with what is wrong and what to do.

    What people typed may hold signs that the typeface lacks, and a frozen report keeps them: the .pdf shows boxes.
    """
    try:
        return compose_docx(content) if kind == PaperKind.DOCX else compose_pdf(content, is_lenient=True)
    except BadContent as error:
        raise DomainError(
            "bad-content", _("Nội dung chưa dàn thành văn bản được: %(faults)s") % {"faults": error.message}
        ) from error
    except NotComposed as error:
        raise DomainError(
            "not-composed", _("Chưa in được tệp .pdf. Hãy lấy tệp .docx, và báo quản trị nếu lặp lại.")
        ) from error
