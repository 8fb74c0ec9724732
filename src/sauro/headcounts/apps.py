"""Django application configuration."""

from sauro.common.apps import AreaConfig


class HeadcountsConfig(AreaConfig):
    """Configuration of ``sauro.headcounts``."""

    name = "sauro.headcounts"

    def ready(self) -> None:
        """Add the chapter of the demo, which goes on from that of the workforce."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.headcounts.demo import play_headcounts  # noqa: PLC0415 -- models are loaded only now

        add_chapter("headcounts", play_headcounts)
