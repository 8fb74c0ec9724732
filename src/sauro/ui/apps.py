"""Django application configuration."""

from sauro.common.apps import AreaConfig


class UiConfig(AreaConfig):
    """Configuration of ``sauro.ui``."""

    name = "sauro.ui"
