"""The page on which one says how to be written to."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.notices.enums import DigestRhythm
from sauro.notices.forms import MailForm
from sauro.notices.selectors.notices import own_mail_preference
from sauro.notices.services.digests import Wish, set_mail_preference


@require_http_methods(["GET", "POST"])
@login_required
def mail_preference(request: ActorRequest) -> HttpResponse:
    """Show and set how one is written to."""
    held = own_mail_preference(request.actor)
    form = MailForm(request.POST or None, initial=model_to_dict(held) if held else {})
    if request.method == "POST" and form.is_valid():
        wish = Wish(**{**form.cleaned_data, "rhythm": DigestRhythm(form.cleaned_data["rhythm"])})
        with form.showing_refusals():
            set_mail_preference(actor=request.actor, wish=wish)
            messages.success(request, _("Đã lưu cách nhận thư."))
            return redirect("mail-preference")
    context = {"form": form, "is_on": bool(settings.SMTP_HOST)}
    return render(request, "notices/mail.html", context, status=422 if form.errors else 200)
