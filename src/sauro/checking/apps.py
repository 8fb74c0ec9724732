"""Django application configuration."""

from sauro.common.apps import AreaConfig


class CheckingConfig(AreaConfig):
    """Configuration of ``sauro.checking``."""

    name = "sauro.checking"
