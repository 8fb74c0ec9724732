"""Who reads a comment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """For whom a comment is."""

    BOTH = "both", _("Cả hai bên")
    OWN = "own", _("Nội bộ đơn vị")


class Side(models.TextChoices):
    """The two sides of an assignment: the body that does the work, and the unit that gave it."""

    BODY = "body", _("Bên thực hiện")
    GIVER = "giver", _("Bên giao")
