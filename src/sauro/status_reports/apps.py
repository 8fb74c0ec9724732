"""Django application configuration."""

from sauro.common.apps import AreaConfig


class StatusReportsConfig(AreaConfig):
    """Configuration of ``sauro.status_reports``."""

    name = "sauro.status_reports"
