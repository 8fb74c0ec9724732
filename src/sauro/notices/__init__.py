"""Urging: notices, reminders and escalation, demanded explanations, mail and calendar feeds."""
