"""Django application configuration."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Configuration of ``sauro.ui``."""

    name = "sauro.ui"
