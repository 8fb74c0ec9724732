"""Django application configuration."""

from sauro.common.apps import AreaConfig


class WorkforceConfig(AreaConfig):
    """Configuration of ``sauro.workforce``."""

    name = "sauro.workforce"

    def ready(self) -> None:
        """Add the chapter of the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.workforce.demo import play_workforce  # noqa: PLC0415 -- models are loaded only now

        add_chapter("workforce", play_workforce)
