"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AnnotationsConfig(AreaConfig):
    """Configuration of ``sauro.annotations``."""

    name = "sauro.annotations"
