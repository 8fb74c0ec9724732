"""Django application configuration."""

from sauro.common.apps import AreaConfig


class PlansConfig(AreaConfig):
    """Configuration of ``sauro.plans``."""

    name = "sauro.plans"

    def ready(self) -> None:
        """Listen to who is put in charge of what, and add a chapter to the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.demo.lifelike.followers import register_follower  # noqa: PLC0415 -- as below
        from sauro.plans.demo import play_months  # noqa: PLC0415 -- as below
        from sauro.plans.lifelike import PlanFollower  # noqa: PLC0415 -- as below
        from sauro.plans.services.following import follow_change  # noqa: PLC0415 -- models are loaded only now
        from sauro.tasks.work_changes import listen  # noqa: PLC0415 -- as above

        listen(follow_change)
        add_chapter("plans", play_months)
        register_follower("plans", PlanFollower)
