"""A line says from which sealed fact its code was read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("headcounts", "0002_marks")]

    operations = [
        migrations.AddField(model_name="line", name="opened_from", field=models.UUIDField(null=True)),
    ]
