"""Acts as data: what the page of an act says, who may do it, its form and its service; and the one way to do them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.ui.forms import PageForm


@dataclass(frozen=True, slots=True)
class Step:
    """An act on one record: its words, the action of the policy it asks for, its form and its service."""

    title: str | Promise
    button: str | Promise
    done: str | Promise
    action: str
    build: Callable[[Any, Any], PageForm]
    do: Callable[[Actor, UUID, Any], object]


def take_step(
    request: ActorRequest, step: Step, about: Model, *, back: str, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """Show the form of an act on a record, or do it and lead ``back`` to its page; a refusal is shown in the form.

    The caller has asked the policy.
    """
    form = step.build(about, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            step.do(request.actor, about.pk, form)
            messages.success(request, str(step.done))
            return redirect(back, pk=about.pk)
    shown = {"form": form, "title": step.title, "button": step.button, **context}
    return render(request, template, shown, status=422 if form.is_bound else 200)
