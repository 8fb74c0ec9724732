"""Django application configuration."""

from sauro.common.apps import AreaConfig


class DocumentsConfig(AreaConfig):
    """Configuration of ``sauro.documents``."""

    name = "sauro.documents"
