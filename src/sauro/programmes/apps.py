"""Django application configuration."""

from sauro.common.apps import AreaConfig


class ProgrammesConfig(AreaConfig):
    """Configuration of ``sauro.programmes``."""

    name = "sauro.programmes"

    def ready(self) -> None:
        """Add the chapter of the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- models are loaded only now
        from sauro.programmes.demo import play_programmes  # noqa: PLC0415 -- as above

        add_chapter("programmes", play_programmes)
