"""The pages of notices and of the rules by which reminders are made."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.notices.forms import RuleForm, initial_of
from sauro.notices.policies import rule_policy
from sauro.notices.selectors.notices import SHOWN, address_of, shown_notices
from sauro.notices.selectors.rules import Rule, Rules, own_rule, units_with_rules
from sauro.notices.services.reading import mark_all_read, open_notice
from sauro.notices.services.rules import set_rule


@require_safe
@login_required
def notice_list(request: ActorRequest) -> HttpResponse:
    """Show one's newest notices."""
    unread_only = request.GET.get("xem") == "chua-doc"
    context = {
        "notices": shown_notices(request.actor, unread_only=unread_only),
        "unread_only": unread_only,
        "most": SHOWN,
        "rule_units": units_with_rules(request.actor),
    }
    return render(request, "notices/list.html", context)


@require_POST
@login_required
def notice_open(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Mark a notice as read and go where it leads."""
    return redirect(address_of(open_notice(actor=request.actor, notice_id=pk)))


@require_POST
@login_required
def notice_read_all(request: ActorRequest) -> HttpResponse:
    """Mark all of one's notices as read."""
    mark_all_read(actor=request.actor)
    return redirect("notice-list")


@require_http_methods(["GET", "POST"])
@login_required
def reminder_rule(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show and set the rule of a unit."""
    unit = rule_policy.get_visible(request.actor, pk)
    own = own_rule(unit.pk)
    form = RuleForm(request.POST or None, initial=initial_of(own or Rules().of(unit.path)))
    if request.method == "POST" and form.is_valid():
        with form.showing_refusals():
            set_rule(actor=request.actor, unit_id=pk, rule=Rule(**form.cleaned_data))
            messages.success(request, _("Đã lưu quy tắc nhắc việc."))
            return redirect("reminder-rule", pk=pk)
    status = 422 if form.errors else 200
    return render(request, "notices/rule.html", {"unit": unit, "own": own, "form": form}, status=status)
