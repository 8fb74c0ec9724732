"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AgendaConfig(AreaConfig):
    """Configuration of ``sauro.agenda``."""

    name = "sauro.agenda"
