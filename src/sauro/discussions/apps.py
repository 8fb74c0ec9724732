"""Django application configuration."""

from sauro.common.apps import AreaConfig


class DiscussionsConfig(AreaConfig):
    """Configuration of ``sauro.discussions``."""

    name = "sauro.discussions"
