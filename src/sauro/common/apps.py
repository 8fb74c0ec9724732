"""Base of the application configurations: what an area declares is loaded when Django is ready."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

_DECLARATIONS = ("permissions", "events", "jobs", "panels")


class AreaConfig(AppConfig):
    """A business area. Its ``permissions``, ``events``, ``jobs`` and ``panels`` register themselves on import."""

    # Django takes the one configuration of an ``apps`` module; this base, imported there, must not count as a second.
    default = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.default = True

    def ready(self) -> None:
        """Import the declarations the area has."""
        for name in _DECLARATIONS:
            if find_spec(f"{self.name}.{name}"):
                import_module(f"{self.name}.{name}")


class CommonConfig(AppConfig):
    """Ground shared by all areas: identifiers, errors, the clock. Has no tables."""

    name = "sauro.common"
