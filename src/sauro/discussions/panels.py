"""The part of discussions in the page of an assignment."""

from sauro.discussions.panel import panel_of
from sauro.tasks.page_panels import Panel, register_panel

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
