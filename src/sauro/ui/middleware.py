"""Headers that keep pages inside the machine, addresses refused, and domain errors turned into answers."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from sauro.common.errors import DomainError

GetResponse = Callable[[HttpRequest], HttpResponse]

# Nothing is loaded from elsewhere and nothing inline runs, so a document's own markup can do nothing in a page.
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
        "manifest-src 'self'",
    ]
)


class LocaleMiddleware:
    """Says once for each request which language and time zone are in force: those of the settings.

    Django finds them by itself, but looks anew, and through an exception, for every value that a template shows.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request in them."""
        translation.activate(settings.LANGUAGE_CODE)
        timezone.activate(settings.TIME_ZONE)
        return self.get_response(request)


class SecurityHeadersMiddleware:
    """Adds the content security policy to every answer, and keeps answers out of shared caches."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the headers added."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class StorableAddressMiddleware:
    """Refuses an address that holds the zero character: no text of the database can, so every search for it fails.

    The API says itself which value of a query it cannot take.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, or answer 400."""
        is_page = not request.path.startswith("/api/")
        if is_page and ("%00" in request.META.get("QUERY_STRING", "") or "\0" in request.path):
            raise BadRequest("zero character in the address")
        return self.get_response(request)


class DomainErrorMiddleware:
    """Shows a domain error as a page, or as a fragment for a request that swaps part of one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; errors are handled in :meth:`process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the answer for a domain error, or nothing to let any other error through."""
        if not isinstance(error, DomainError):
            return None
        template = "ui/error_fragment.html" if request.headers.get("HX-Request") else "ui/error.html"
        response = render(request, template, {"error": error}, status=error.status)
        # Without this a swap that failed would put the message where the content was.
        response.headers["HX-Retarget"] = "#messages"
        response.headers["HX-Reswap"] = "innerHTML"
        return response
