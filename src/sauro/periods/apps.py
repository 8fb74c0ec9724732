"""Django application configuration."""

from sauro.common.apps import AreaConfig


class PeriodsConfig(AreaConfig):
    """Configuration of ``sauro.periods``."""

    name = "sauro.periods"
