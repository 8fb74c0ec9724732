"""Django application configuration."""

from django.db.models.signals import post_migrate

from sauro.common.apps import AreaConfig


class AuditConfig(AreaConfig):
    """Configuration of ``sauro.audit``."""

    name = "sauro.audit"

    def ready(self) -> None:
        """Import the declarations, and look after the triggers of history whenever the tables changed."""
        super().ready()
        from sauro.audit import history  # noqa: PLC0415 -- brings models in, so not before the apps are ready

        post_migrate.connect(history.plan_for_many_rows, sender=self, dispatch_uid="plan_for_many_rows")
