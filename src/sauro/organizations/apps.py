"""Django application configuration."""

from sauro.common.apps import AreaConfig


class OrganizationsConfig(AreaConfig):
    """Configuration of ``sauro.organizations``."""

    name = "sauro.organizations"
