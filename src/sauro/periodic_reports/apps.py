"""Django application configuration."""

from sauro.common.apps import AreaConfig


class PeriodicReportsConfig(AreaConfig):
    """Configuration of ``sauro.periodic_reports``."""

    name = "sauro.periodic_reports"

    def ready(self) -> None:
        """Listen to the acts of this area that somebody is told of."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.periodic_reports.demo import play_reports  # noqa: PLC0415 -- as below
        from sauro.periodic_reports.services.telling import listen_to_acts  # noqa: PLC0415 -- models are loaded only now

        listen_to_acts()
        add_chapter("periodic_reports", play_reports)
