"""Django application configuration."""

from sauro.common.apps import AreaConfig


class RosterConfig(AreaConfig):
    """Configuration of ``sauro.roster``."""

    name = "sauro.roster"
