"""Django application configuration."""

from sauro.common.apps import AreaConfig


class TargetsConfig(AreaConfig):
    """Configuration of ``sauro.targets``."""

    name = "sauro.targets"

    def ready(self) -> None:
        """Add the chapter of the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.targets.demo import play_targets  # noqa: PLC0415 -- models are loaded only now

        add_chapter("targets", play_targets)
