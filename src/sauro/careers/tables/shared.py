"""What the lists of careers share."""

from __future__ import annotations

from django.urls import reverse

from sauro.workforce.models import Dossier

SOON_DAYS = 90
"""How many days ahead something counts as soon due."""


def person_address(row: Dossier) -> str:
    """Return the address of the page of a person."""
    return reverse("person-detail", args=[row.pk])
