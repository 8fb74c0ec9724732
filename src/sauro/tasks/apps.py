"""Django application configuration."""

from sauro.common.apps import AreaConfig


class TasksConfig(AreaConfig):
    """Configuration of ``sauro.tasks``."""

    name = "sauro.tasks"
