"""An index of open work by its giver and last day, with what counting the late needs."""

from django.db import migrations, models
from django.db.models import F, Q

DOING = ("given", "questioned", "accepted", "in_progress", "returned")


class Migration(migrations.Migration):
    dependencies = [("tasks", "0019_purge_questions")]

    operations = [
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                F("giver_unit"),
                F("due_on") + F("held_days"),
                condition=Q(state__in=DOING, due_on__isnull=False),
                include=["domain", "state", "due_on", "held_days", "waiting_since", "obligation"],
                name="tasks_assignment_giver_late",
            ),
        ),
    ]
