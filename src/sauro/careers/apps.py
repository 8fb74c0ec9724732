"""Django application configuration."""

from sauro.common.apps import AreaConfig


class CareersConfig(AreaConfig):
    """Configuration of ``sauro.careers``."""

    name = "sauro.careers"

    def ready(self) -> None:
        """Listen to what changes how people stand against their posts, say what posts demand, add to the demo."""
        super().ready()
        from sauro.careers.demo import play_careers  # noqa: PLC0415 -- models are loaded only now
        from sauro.careers.selectors.measures import theory_demanded  # noqa: PLC0415 -- as above
        from sauro.careers.services.hearing import listen_to_records  # noqa: PLC0415 -- as above
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as above
        from sauro.headcounts.standards import register_theory_levels  # noqa: PLC0415 -- as above

        listen_to_records()
        register_theory_levels(theory_demanded)
        add_chapter("careers", play_careers)
