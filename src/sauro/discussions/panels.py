"""The part of discussions in the page of an assignment and in its chronicle."""

from django.db.models import OuterRef

from sauro.discussions.models import Comment
from sauro.discussions.panel import panel_of
from sauro.discussions.selectors.chronicle import entries_of_talk
from sauro.tasks.chronicle import register_source
from sauro.tasks.holdings import register_holding
from sauro.tasks.page_panels import Panel, register_panel

register_holding("talk", lambda: Comment.objects.filter(assignment=OuterRef("pk")))
register_panel(
    Panel(
        "discussions",
        "discussions/panel.html",
        panel_of,
        order=5,
        script="discussions/talk.js",
        style="discussions/talk.css",
    )
)
register_source("discussions", entries_of_talk)
