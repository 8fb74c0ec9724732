"""Marks of the records of the workforce."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.ui.badges import Badge, Tone
from sauro.workforce.enums import TenureKind
from sauro.workforce.models import Dossier


def place_badge(dossier: Dossier) -> Badge:
    """Return whether somebody holds a full post now, and whether it is above the establishment."""
    tenure = dossier.tenure
    if tenure is None:
        return Badge(_("Không giữ vị trí"), Tone.IDLE)
    if tenure.seat is not None and tenure.seat.is_exceptional:
        return Badge(_("Ngoài biên chế"), Tone.SOON)
    return Badge(str(TenureKind(tenure.kind).label), Tone.DONE)
