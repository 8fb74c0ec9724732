"""The REST API under ``/api/v1/``: the same services and selectors as the pages, behind one shape of refusals."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import pghistory
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import URLPattern, URLResolver, re_path
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation

from sauro.access.actor import Door
from sauro.accounts.api.routes import router as accounts_router
from sauro.api_auth import KeyAuth, SessionAuth
from sauro.api_kit import explain_invalid, plain_refusal, refusal
from sauro.common.errors import DomainError
from sauro.discussions.api.routes import router as comments_router
from sauro.organizations.api.routes import router as organizations_router
from sauro.plans.api.routes import router as months_router
from sauro.programmes.api.routes import router as programmes_router
from sauro.targets.api.routes import router as targets_router
from sauro.tasks.api.assignments import router as assignments_router
from sauro.tasks.api.bindings import router as bindings_router
from sauro.tasks.api.deadlines import router as deadlines_router
from sauro.tasks.api.fields import router as fields_router
from sauro.tasks.api.intake import router as documents_router
from sauro.tasks.api.obligations import router as obligations_router
from sauro.tasks.api.parts import router as parts_router
from sauro.tasks.api.products import router as products_router
from sauro.tasks.api.sending import router as sending_router
from sauro.tasks.api.steps import router as steps_router
from sauro.workforce.api.routes import router as workforce_router

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponse]


class Api(NinjaAPI):
    """The API. Its addresses answer in its own shape even where no operation is reached."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Name an operation after its function."""
        return operation.view_func.__name__

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        """The addresses, with an answer for every other one below them."""
        patterns, application, namespace = super().urls
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                pattern.callback = _in_shape(pattern.callback)
        return [*patterns, re_path(r"^.*$", _nothing_here, name="nothing-here")], application, namespace


def _in_shape(view: View) -> View:
    """Serve a request inside the context of the row history, and say "wrong method" in the API's own shape."""

    @wraps(view)
    def serve(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with pghistory.context(door=str(Door.API)):
            try:
                response = view(request, *args, **kwargs)
            except Http404:
                return plain_refusal(request, 404)
        if response.status_code != 405:
            return response
        refused = plain_refusal(request, 405)
        refused.headers["Allow"] = response.headers["Allow"]
        return refused

    return _without_csrf_check(serve)


def _without_csrf_check(view: View) -> View:
    """Mark a view for Django's middleware: the API checks the token itself, and only for sessions."""
    view.csrf_exempt = True  # type: ignore[attr-defined]  # functions take attributes
    return view


@_without_csrf_check
def _nothing_here(request: HttpRequest) -> HttpResponse:
    return plain_refusal(request, 404)


api = Api(
    title="Sáu Rõ",
    version="1",
    description=str(_("Văn bản chỉ đạo, nhiệm vụ sáu rõ và việc được giao, qua cùng quyền và nhật ký như trên trang.")),
    auth=[KeyAuth(), SessionAuth()],
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", accounts_router, tags=["me"])
api.add_router("", organizations_router, tags=["units"])
api.add_router("", documents_router, tags=["documents"])
api.add_router("", obligations_router, tags=["obligations"])
api.add_router("", sending_router, tags=["sending"])
api.add_router("", assignments_router, tags=["assignments"])
api.add_router("", fields_router, tags=["fields of work"])
api.add_router("", steps_router, tags=["steps"])
api.add_router("", parts_router, tags=["parts"])
api.add_router("", bindings_router, tags=["bindings"])
api.add_router("", months_router, tags=["monthly parts"])
api.add_router("", programmes_router, tags=["programmes"])
api.add_router("", products_router, tags=["products"])
api.add_router("", deadlines_router, tags=["deadlines"])
api.add_router("", comments_router, tags=["comments"])
api.add_router("", targets_router, tags=["targets"])
api.add_router("", workforce_router, tags=["workforce"])


@api.exception_handler(DomainError)
def _domain_error(request: HttpRequest, error: DomainError) -> HttpResponse:
    return refusal(error)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return refusal(explain_invalid(error.errors))


@api.exception_handler(AuthenticationError)
def _nobody(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return plain_refusal(request, 401)


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return plain_refusal(request, error.status_code)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return plain_refusal(request, 404)


@api.exception_handler(MultiPartParserError)
@api.exception_handler(SuspiciousOperation)
def _unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    return plain_refusal(request, 413 if isinstance(error, RequestDataTooBig) else 400)


@api.exception_handler(Exception)
def _failure(request: HttpRequest, error: Exception) -> HttpResponse:
    """Log what nobody foresaw and tell nothing of it outside."""
    logger.error("%s %s", request.method, request.path, exc_info=error)
    got_request_exception.send(sender=None, request=request)
    return plain_refusal(request, 500)
