"""The pages of the rules: all of them, one with its explanation, and the switch."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.checking.selectors.rules import ShownRule, find_rule, rule_families
from sauro.checking.services.switching import switch_rule
from sauro.common.errors import NotAllowed
from sauro.ui.forms import PageForm


class SwitchForm(PageForm):
    """Why a rule is switched."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)


@require_safe
@login_required
def rule_list(request: ActorRequest) -> HttpResponse:
    """Show all rules by family."""
    families = rule_families()
    return render(
        request, "checking/rules.html", {"families": families, "total": sum(len(one.rules) for one in families)}
    )


@require_safe
@login_required
def rule_detail(request: ActorRequest, code: str) -> HttpResponse:
    """Show what a rule says."""
    return _page(request, _rule(code), SwitchForm())


@require_POST
@login_required
def rule_switch(request: ActorRequest, code: str) -> HttpResponse:
    """Switch a rule; a refusal is shown on its page."""
    shown = _rule(code)
    form = SwitchForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            switch_rule(actor=request.actor, code=code, is_off=request.POST.get("off") == "1", **form.cleaned_data)
            messages.success(request, _("Đã ghi. Văn bản đọc từ bây giờ được kiểm tra theo lựa chọn này."))
            return redirect("rule-detail", code=code)
    elif not request.actor.holds("checking.configure"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền bật, tắt quy tắc."))
    return _page(request, shown, form, status=422)


def _rule(code: str) -> ShownRule:
    shown = find_rule(code)
    if shown is None:
        raise Http404
    return shown


def _page(request: ActorRequest, shown: ShownRule, form: SwitchForm, *, status: int = 200) -> HttpResponse:
    context = {"shown": shown, "form": form, "may_switch": request.actor.holds("checking.configure")}
    return render(request, "checking/rule.html", context, status=status)
