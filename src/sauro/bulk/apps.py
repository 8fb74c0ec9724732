"""Django application configuration."""

from sauro.common.apps import AreaConfig


class BulkConfig(AreaConfig):
    """Configuration of ``sauro.bulk``."""

    name = "sauro.bulk"
