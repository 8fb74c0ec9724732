"""Django application configuration."""

from sauro.common.apps import AreaConfig


class AppraisalsConfig(AreaConfig):
    """Configuration of ``sauro.appraisals``."""

    name = "sauro.appraisals"

    def ready(self) -> None:
        """Hear of what changes a sheet, deliver confirmed work, and add a chapter to the demo."""
        super().ready()
        from sauro.appraisals.demo import play_appraisals  # noqa: PLC0415 -- as below
        from sauro.appraisals.hearing import begin_hearing  # noqa: PLC0415 -- models are loaded only now
        from sauro.appraisals.selectors.workload import confirmed_work_per_post  # noqa: PLC0415 -- as above
        from sauro.appraisals.services.telling import listen_to_answers  # noqa: PLC0415 -- as above
        from sauro.appraisals.services.telling_complaints import listen_to_complaints  # noqa: PLC0415 -- as above
        from sauro.appraisals.services.telling_signs import listen_to_signs  # noqa: PLC0415 -- as above
        from sauro.demo.chapters import add_chapter  # noqa: PLC0415 -- as above
        from sauro.workforce.workload import register_workload  # noqa: PLC0415 -- as above

        begin_hearing()
        listen_to_answers()
        listen_to_complaints()
        listen_to_signs()
        register_workload(confirmed_work_per_post)
        add_chapter("appraisals", play_appraisals)
