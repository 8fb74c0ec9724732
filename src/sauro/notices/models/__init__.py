"""Notices, the rules by which reminders are made, demanded explanations, mail, and calendar feeds."""

from sauro.notices.models.explanations import Explanation
from sauro.notices.models.feeds import CalendarFeed
from sauro.notices.models.mail import MailPreference, OutgoingMail
from sauro.notices.models.notices import Notice, ReminderRule

__all__ = ["CalendarFeed", "Explanation", "MailPreference", "Notice", "OutgoingMail", "ReminderRule"]
