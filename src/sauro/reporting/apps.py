"""Django application configuration."""

from sauro.common.apps import AreaConfig


class ReportingConfig(AreaConfig):
    """Configuration of ``sauro.reporting``."""

    name = "sauro.reporting"
