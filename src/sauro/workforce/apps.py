"""Django application configuration."""

from sauro.common.apps import AreaConfig


class WorkforceConfig(AreaConfig):
    """Configuration of ``sauro.workforce``."""

    name = "sauro.workforce"

    def ready(self) -> None:
        """Add the chapter of the demo, and the synthetic province for those who ask for it."""
        super().ready()
        from sauro.demo.chapters import add_chapter, add_prelude  # noqa: PLC0415 -- as below
        from sauro.workforce.demo import play_workforce  # noqa: PLC0415 -- models are loaded only now
        from sauro.workforce.synthetic.prelude import play_province  # noqa: PLC0415 -- as above

        add_chapter("workforce", play_workforce)
        add_prelude("workforce", play_province)
