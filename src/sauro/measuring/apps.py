"""Django application configuration."""

from sauro.common.apps import AreaConfig


class MeasuringConfig(AreaConfig):
    """Configuration of ``sauro.measuring``."""

    name = "sauro.measuring"

    def ready(self) -> None:
        """Add the targets of a synthetic province to the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.measuring.demo import play_targets  # noqa: PLC0415 -- models are loaded only now

        add_chapter("measuring", play_targets)
