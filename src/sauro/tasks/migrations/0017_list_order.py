"""Indexes in the order of the lists: all of it both ways, and what is open."""

from django.db import migrations, models
from django.db.models import F, Q

OPEN = ["given", "questioned", "accepted", "in_progress", "returned", "handed_in"]


class Migration(migrations.Migration):
    dependencies = [("tasks", "0016_purge_products")]

    operations = [
        migrations.AddIndex(
            model_name="assignment", index=models.Index(fields=["due_on", "id"], name="tasks_assignment_by_day")
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(F("due_on").desc(nulls_last=True), F("id").desc(), name="tasks_assignment_by_day_down"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["due_on", "id"], condition=Q(state__in=OPEN), name="tasks_assignment_open_by_day"
            ),
        ),
    ]
