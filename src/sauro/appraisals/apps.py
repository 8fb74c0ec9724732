"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AppraisalsConfig(AreaConfig):
    """Configuration of ``sauro.appraisals``."""

    name = "sauro.appraisals"

    def ready(self) -> None:
        """Hear of what changes a sheet, and add a chapter to the demo."""
        super().ready()
        from sauro.appraisals.demo import play_appraisals  # noqa: PLC0415 -- as below
        from sauro.appraisals.hearing import begin_hearing  # noqa: PLC0415 -- models are loaded only now
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as above

        begin_hearing()
        add_chapter("appraisals", play_appraisals)
