"""Django application configuration."""

from sauro.common.apps import AreaConfig


class PlansConfig(AreaConfig):
    """Configuration of ``sauro.plans``."""

    name = "sauro.plans"

    def ready(self) -> None:
        """Listen to who is put in charge of what."""
        super().ready()
        from sauro.plans.services.following import follow_change  # noqa: PLC0415 -- models are loaded only now
        from sauro.tasks.work_changes import listen  # noqa: PLC0415 -- as above

        listen(follow_change)
