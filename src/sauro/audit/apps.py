"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AuditConfig(AreaConfig):
    """Configuration of ``sauro.audit``."""

    name = "sauro.audit"
