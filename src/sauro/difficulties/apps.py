"""Django application configuration."""

from sauro.common.apps import AreaConfig


class DifficultiesConfig(AreaConfig):
    """Configuration of ``sauro.difficulties``."""

    name = "sauro.difficulties"
