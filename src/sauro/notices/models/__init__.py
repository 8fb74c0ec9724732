"""Notices, the rules by which reminders are made, mail, and calendar feeds."""

from sauro.notices.models.feeds import CalendarFeed
from sauro.notices.models.mail import MailPreference, OutgoingMail
from sauro.notices.models.notices import Notice, ReminderRule

__all__ = ["CalendarFeed", "MailPreference", "Notice", "OutgoingMail", "ReminderRule"]
