"""Django application configuration."""

from sauro.common.apps import AreaConfig


class CalendarsConfig(AreaConfig):
    """Configuration of ``sauro.calendars``."""

    name = "sauro.calendars"
