"""Counters behind human codes such as NV-2026-000123."""

from __future__ import annotations

from django.db import models


class Counter(models.Model):
    """The last number given out for a prefix in a year."""

    prefix = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="numbering_counter_unique")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.last:06d}"
