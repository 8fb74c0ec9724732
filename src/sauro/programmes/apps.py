"""Django application configuration."""

from sauro.common.apps import AreaConfig


class ProgrammesConfig(AreaConfig):
    """Configuration of ``sauro.programmes``."""

    name = "sauro.programmes"

    def ready(self) -> None:
        """Listen to what is decided about targets, and add the chapter of the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- models are loaded only now
        from sauro.programmes.demo import play_programmes  # noqa: PLC0415 -- as above
        from sauro.programmes.services.following_values import listen_to_targets  # noqa: PLC0415 -- as above

        listen_to_targets()
        add_chapter("programmes", play_programmes)
