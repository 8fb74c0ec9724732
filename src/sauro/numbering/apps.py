"""Django application configuration."""

from django.apps import AppConfig


class NumberingConfig(AppConfig):
    """Configuration of ``sauro.numbering``."""

    name = "sauro.numbering"
