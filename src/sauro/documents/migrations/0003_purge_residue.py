"""When the tables were rewritten after a purge."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_purge")]

    operations = [migrations.AddField("purge", "residue_cleared_at", models.DateTimeField(null=True))]
