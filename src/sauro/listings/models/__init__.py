"""Saved views of lists and what somebody has chosen for a list."""

from sauro.listings.models.views import ListChoice, SavedView

__all__ = ["ListChoice", "SavedView"]
