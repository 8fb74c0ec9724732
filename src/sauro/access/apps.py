"""Django application of the access rules."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Permissions, actors and policies. Has no tables."""

    name = "sauro.access"
