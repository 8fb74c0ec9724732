"""Django application configuration."""

from sauro.common.apps import AreaConfig


class ListingsConfig(AreaConfig):
    """Configuration of ``sauro.listings``."""

    name = "sauro.listings"
