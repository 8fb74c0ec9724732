"""Calendar feeds: the page of one's own, and the calendar a program reads by its secret address."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotVisible
from sauro.notices.forms import FeedForm
from sauro.notices.selectors.feeds import own_feeds, read_feed, units_for_feeds
from sauro.notices.services.feeds import create_feed, revoke_feed, use_feed


@require_http_methods(["GET", "POST"])
@login_required
def feed_list(request: ActorRequest) -> HttpResponse:
    """Show one's feeds; make a new one, whose address is shown in this answer and never again."""
    units = units_for_feeds(request.actor)
    form = FeedForm(request.POST if request.method == "POST" else None, units=units)
    address = ""
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["unit"]
        with form.showing_refusals():
            feed, secret = create_feed(actor=request.actor, unit_id=UUID(chosen) if chosen else None)
            address = request.build_absolute_uri(reverse("feed-read", args=[feed.pk, secret]))
            form = FeedForm(units=units)
    context = {"form": form, "address": address, "feeds": own_feeds(request.actor)}
    return render(request, "notices/feeds.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def feed_revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Revoke one of one's own feeds."""
    revoke_feed(actor=request.actor, feed_id=pk)
    messages.success(request, _("Đã thu hồi địa chỉ lịch."))
    return redirect("feed-list")


@require_safe
def feed_read(request: HttpRequest, pk: UUID, secret: str) -> HttpResponse:
    """Return the calendar. Programs that read it do not sign in: the address is the key."""
    try:
        feed = use_feed(pk, secret)
    except NotVisible:
        return HttpResponse(status=404, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(read_feed(feed, request.build_absolute_uri), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Disposition"] = 'inline; filename="sauro.ics"'
    return answer
