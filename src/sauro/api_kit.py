"""What all routes of the API share: the one shape of refusals, texts that are safe to store, pages by key."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import Field, Schema
from pydantic import AfterValidator

from sauro.common.errors import DomainError
from sauro.ui.lists.paging import Cursor, Order, page_of

M = TypeVar("M", bound=Model)
T = TypeVar("T")

LARGEST_PAGE = 200
LONGEST_TEXT = 20_000
# Services name the field of their form; the API has names of its own for a few.
_FIELDS = {"files": "file", "unit": "unit_id", "appointment": "appointment_id"}


class Problem(Schema):
    """A refusal: a stable code for programs, a Vietnamese sentence for people, and the field at fault, if any."""

    code: str
    message: str
    field: str | None = None


class Unauthenticated(DomainError):
    """Nobody is signed in, or the key shown opens nothing."""

    status = 401


class Locked(DomainError):
    """The session is locked: its screen was left alone too long."""

    status = 423


class TooMany(DomainError):
    """Too many requests in a short time; ``seconds`` to wait before the next one."""

    status = 429

    def __init__(self, message: str, *, seconds: int) -> None:
        super().__init__("too-many-requests", message)
        self.seconds = seconds


def refusal(error: DomainError) -> HttpResponse:
    """Return the answer for a domain error, with the status it carries."""
    field = _FIELDS.get(error.field, error.field) if error.field else None
    response = JsonResponse(
        {"code": error.code, "message": error.message, "field": field},
        status=error.status,
        json_dumps_params={"ensure_ascii": False},
    )
    if error.status == Unauthenticated.status:
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.seconds)
    return response


def answers(schema: Any, *refusals: int) -> dict[int, Any]:
    """Return what an operation may answer, for the API description: the schema, or a :class:`Problem`.

    401, 422 and 429 belong to every operation; ``refusals`` adds others.
    """
    return {200: schema, **dict.fromkeys(sorted({401, 422, 429, *refusals}), Problem)}


READS = (404,)
"""What reading one object may be refused with."""

ACTS = (403, 404, 409)
"""What acting on an object may be refused with."""


def _storable(text: str) -> str:
    # PostgreSQL cannot hold the zero character in a text.
    if "\0" in text:
        raise ValueError("zero character")
    return unicodedata.normalize("NFC", text)


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_storable)]
"""A text as typed: NFC, without zero characters, bounded."""

Word = Annotated[str, Field(max_length=200), AfterValidator(_storable)]
"""A short text: words searched for, a cursor."""


class Paging(Schema):
    """Which page of a list: ``cursor`` is ``next`` or ``previous`` of another page."""

    cursor: Word = ""
    limit: int = Field(50, ge=1, le=LARGEST_PAGE)


class PageOf(Schema, Generic[T]):
    """One page of a list. ``next`` is the cursor of the page after it, null on the last one."""

    items: list[T]
    next: str | None


def page_answer(rows: QuerySet[M], order: Order, paging: Paging, build: Callable[[M], T]) -> dict[str, Any]:
    """Return one page by key. Raises ``DomainError`` for a cursor that was not given out for this order."""
    cursor = Cursor(paging.cursor, backward=False) if paging.cursor else None
    page = page_of(rows, order, cursor, paging.limit)
    if cursor is not None and page.rows and page.previous is None:
        raise DomainError(
            "cursor-invalid", _("Con trỏ trang không hợp lệ với cách sắp xếp này. Hãy tải lại từ đầu."), field="cursor"
        )
    return {"items": [build(row) for row in page.rows], "next": page.next}


def explain_invalid(faults: Iterable[dict[str, Any]]) -> DomainError:
    """Return the refusal for values of the wrong type or shape: it names the first field at fault."""
    fault = next(iter(faults), {})
    source, *places = fault.get("loc") or ("",)
    # In a body the name of the route's own parameter comes first, which no caller knows.
    field = ".".join(str(part) for part in (places[1:] if source == "body" else places)) or None
    kind = str(fault.get("type", ""))
    named = {"field": field or _("nội dung gửi lên")}
    if kind == "missing":
        return DomainError("missing", _("Thiếu “%(field)s”.") % named, field=field)
    return DomainError("invalid", _("Giá trị của “%(field)s” không hợp lệ.") % named, field=field)


def plain_refusal(request: HttpRequest, status: int) -> HttpResponse:
    """Return the answer for a refusal that comes from the framework and names no more than its status."""
    code, message = _PLAIN.get(status, _PLAIN[400])
    error = DomainError(code, str(message()))
    error.status = status
    return refusal(error)


_PLAIN: dict[int, tuple[str, Callable[[], str]]] = {
    400: ("bad-request", lambda: _("Yêu cầu không đúng định dạng nên không đọc được.")),
    401: ("unauthenticated", lambda: _("Hãy đăng nhập, hoặc gửi khóa API còn hiệu lực.")),
    403: ("not-allowed", lambda: _("Bạn không có quyền thực hiện thao tác này.")),
    404: ("not-found", lambda: _("Không tìm thấy mục này, hoặc bạn không có quyền xem.")),
    405: ("method-not-allowed", lambda: _("Địa chỉ này không nhận phương thức đã dùng.")),
    413: ("too-large", lambda: _("Nội dung gửi lên vượt mức cho phép.")),
    500: ("internal", lambda: _("Hệ thống gặp lỗi khi xử lý yêu cầu này. Lỗi đã được ghi lại.")),
}
