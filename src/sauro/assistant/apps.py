"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AssistantConfig(AreaConfig):
    """Configuration of ``sauro.assistant``."""

    name = "sauro.assistant"
