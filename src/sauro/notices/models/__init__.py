"""Notices and the rules by which reminders are made."""

from sauro.notices.models.notices import Notice, ReminderRule

__all__ = ["Notice", "ReminderRule"]
