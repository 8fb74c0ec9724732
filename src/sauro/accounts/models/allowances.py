"""What is left of somebody's requests to the API: one row a user, written over at every request."""

from __future__ import annotations

from django.db import models

from sauro.accounts.models.users import User


class ApiAllowance(models.Model):
    """The bucket of one user (:mod:`sauro.accounts.allowance`), for all keys and sessions and every process."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")
    left = models.FloatField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id}: {self.left:.0f}"
