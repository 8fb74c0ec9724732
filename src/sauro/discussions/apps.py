"""Django application configuration."""

from sauro.common.apps import AreaConfig


class DiscussionsConfig(AreaConfig):
    """Configuration of ``sauro.discussions``."""

    name = "sauro.discussions"

    def ready(self) -> None:
        """Add a chapter to the demo."""
        super().ready()
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as below
        from sauro.demo.lifelike.followers import register_follower  # noqa: PLC0415 -- as below
        from sauro.discussions.demo import play_talk  # noqa: PLC0415 -- as below
        from sauro.discussions.lifelike import CommentFollower  # noqa: PLC0415 -- models are loaded only now

        add_chapter("discussions", play_talk)
        register_follower("discussions", CommentFollower)
