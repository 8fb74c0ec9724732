"""The flat snapshot of one domain on one day. Derived from the records, and only the services of this app write it.

It holds ethnicity in clear, as a code, because figures cannot be counted through seals. It is therefore part of no
list, no history, no API and no search; nothing but counts leaves it. Destroying a person's key empties the
code (a trigger).
"""

from __future__ import annotations

from django.db import models

from sauro.common.base import Record
from sauro.common.domains import Domain


class Snapshot(Record):
    """That a day is kept flat. ``people`` are its lines; ``asked_at`` says when a page last wanted it."""

    domain = models.CharField(max_length=10, choices=Domain.choices)
    day = models.DateField()
    built_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["domain", "day"], name="headcounts_snapshot_once")]

    def __str__(self) -> str:
        return f"{self.domain} {self.day}"


class Line(models.Model):
    """Somebody on the day: in a full post, in an office, or member of a committee.

    ``education``, ``theory``, ``rank``, ``rating`` and ``committee`` are places among the choices of their kind of
    fact, 0 when nothing is stated. ``is_within``: the post stands within the establishment. ``ethnicity`` is a code of
    :mod:`sauro.headcounts.ethnicity`, empty when it is not known, and ``opened_from`` the sealed fact it was read from:
    another day need not open the same fact again. ``standard`` is a :class:`sauro.headcounts.enums.Meets`, empty where
    the post demands no theory. The identities are no foreign keys: 55.000 lines are written at once, and what they name
    is never deleted.
    """

    id = models.BigAutoField(primary_key=True)
    snapshot = models.ForeignKey(Snapshot, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="lines")
    dossier_id = models.UUIDField()
    unit_id = models.UUIDField()
    path = models.CharField(max_length=400)
    territory_id = models.UUIDField(null=True)
    level = models.CharField(max_length=10)
    post_id = models.UUIDField(null=True)
    in_post = models.BooleanField()
    is_within = models.BooleanField()
    block = models.CharField(max_length=10)
    group = models.CharField(max_length=14)
    is_key = models.BooleanField()
    office = models.CharField(max_length=16)
    committee = models.SmallIntegerField()
    sex = models.CharField(max_length=6)
    birth_date = models.DateField(null=True)
    education = models.SmallIntegerField()
    theory = models.SmallIntegerField()
    standard = models.CharField(max_length=8, default="")
    rank = models.SmallIntegerField()
    rating = models.SmallIntegerField()
    is_digital = models.BooleanField()
    ethnicity = models.CharField(max_length=16)
    opened_from = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["snapshot", "dossier_id"], name="headcounts_line_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Places(models.Model):
    """How many places a group has in a unit on the day: posts approved, members laid down, offices there must be."""

    id = models.BigAutoField(primary_key=True)
    snapshot = models.ForeignKey(Snapshot, models.DO_NOTHING, db_constraint=False, related_name="places")
    group = models.CharField(max_length=16)
    unit_id = models.UUIDField()
    path = models.CharField(max_length=400)
    territory_id = models.UUIDField(null=True)
    level = models.CharField(max_length=10)
    number = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.group}: {self.number}"


class Mark(models.Model):
    """That something known of some days has changed: written by triggers on the records, in the same transaction.

    ``dossier_id`` names whose line it is; None means everybody's. ``is_of_places`` concerns the places alone.
    """

    id = models.BigAutoField(primary_key=True)
    dossier_id = models.UUIDField(null=True)
    first = models.DateField(null=True)
    end = models.DateField(null=True)
    is_of_places = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.pk)


class Pending(models.Model):
    """That a line of a snapshot, or all of it (None), is to be made anew before it is read."""

    id = models.BigAutoField(primary_key=True)
    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="pending")
    dossier_id = models.UUIDField(null=True)
    is_of_places = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.pk)
