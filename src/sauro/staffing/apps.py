"""Django application configuration."""

from sauro.common.apps import AreaConfig


class StaffingConfig(AreaConfig):
    """Configuration of ``sauro.staffing``."""

    name = "sauro.staffing"

    def ready(self) -> None:
        """Add the chapter of the demo, which goes on from that of the workforce."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.staffing.demo import play_staffing  # noqa: PLC0415 -- models are loaded only now

        add_chapter("staffing", play_staffing)
