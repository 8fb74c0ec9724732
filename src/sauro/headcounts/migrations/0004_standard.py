"""A line says whether its person meets what the post demands of political theory. What is kept is made anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("headcounts", "0003_opened_from")]

    operations = [
        migrations.AddField(model_name="line", name="standard", field=models.CharField(default="", max_length=8)),
        migrations.RunSQL(
            "INSERT INTO headcounts_mark (is_of_places) SELECT false WHERE EXISTS (SELECT FROM headcounts_snapshot)",
            migrations.RunSQL.noop,
        ),
    ]
