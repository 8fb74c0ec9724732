"""Django application configuration."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Configuration of ``sauro.jobs``."""

    name = "sauro.jobs"
