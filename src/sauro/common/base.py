"""What every stored record has in common."""

from __future__ import annotations

from django.db import models

from sauro.common.ids import new_id


class Record(models.Model):
    """A row with a UUIDv7 identity. Human codes and official numbers are attributes beside it, never keys."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True
