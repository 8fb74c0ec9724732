"""Django application configuration."""

from sauro.common.apps import AreaConfig


class HeadcountsConfig(AreaConfig):
    """Configuration of ``sauro.headcounts``."""

    name = "sauro.headcounts"
