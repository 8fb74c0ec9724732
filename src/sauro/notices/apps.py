"""Django application configuration."""

from sauro.common.apps import AreaConfig


class NoticesConfig(AreaConfig):
    """Configuration of ``sauro.notices``."""

    name = "sauro.notices"

    def ready(self) -> None:
        """Listen to the acts that somebody is told of."""
        super().ready()
        from sauro.demo.lifelike.followers import register_follower  # noqa: PLC0415 -- as below
        from sauro.notices.lifelike import NoticeFollower  # noqa: PLC0415 -- as below
        from sauro.notices.services.hearing import listen_to_acts  # noqa: PLC0415 -- models are loaded only now
        from sauro.notices.services.hearing_targets import listen_to_targets  # noqa: PLC0415 -- as above

        listen_to_acts()
        listen_to_targets()
        register_follower("notices", NoticeFollower)
