"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AccountsConfig(AreaConfig):
    """Configuration of ``sauro.accounts``."""

    name = "sauro.accounts"
