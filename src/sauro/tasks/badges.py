"""How the state and the timeliness of an assignment look: a word, a shape, and red only for what is late."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.common.clock import today
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.lights import Light
from sauro.tasks.models import Assignment
from sauro.tasks.obligation_progress import ObligationProgress
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.timeliness import Timeliness
from sauro.ui.badges import Badge, Tone

_TIMELINESS = {
    Timeliness.OVERDUE: Tone.LATE,
    Timeliness.DUE_SOON: Tone.SOON,
    Timeliness.IN_TIME: Tone.ACTIVE,
    Timeliness.WAITING: Tone.ACTIVE,
    Timeliness.WAITING_OTHERS: Tone.SOON,
    Timeliness.NO_DEADLINE: Tone.IDLE,
    Timeliness.RECURRING: Tone.IDLE,
    Timeliness.DONE_ON_TIME: Tone.DONE,
    # Finished, and still late for ever.
    Timeliness.DONE_LATE: Tone.SOON,
    Timeliness.STOPPED: Tone.IDLE,
}
_STATES = {
    State.GIVEN: (Tone.IDLE, "send"),
    State.QUESTIONED: (Tone.SOON, "help-circle"),
    State.ACCEPTED: (Tone.ACTIVE, "check"),
    State.IN_PROGRESS: (Tone.ACTIVE, ""),
    State.HANDED_IN: (Tone.SOON, "package"),
    State.RETURNED: (Tone.SOON, "arrow-back-up"),
    State.CONFIRMED: (Tone.DONE, ""),
    State.STOPPED: (Tone.IDLE, "player-stop"),
}

LIGHT_LOOKS = {
    Light.GREEN: (Tone.DONE, "circle-check"),
    Light.NONE: (Tone.IDLE, "circle-off"),
    Light.RED: (Tone.LATE, "alert-triangle"),
    Light.GREY: (Tone.IDLE, "zzz"),
    Light.AMBER: (Tone.SOON, "clock"),
    Light.BLUE: (Tone.ACTIVE, "progress"),
}


def timeliness_badge(assignment: TimedAssignment) -> Badge:
    """Return the mark of an assignment that was read with its timeliness."""
    return badge_of_timeliness(Timeliness(assignment.timeliness))


def badge_of_timeliness(kind: Timeliness) -> Badge:
    """Return the mark of a timeliness, whatever it is of."""
    return Badge(kind.label, _TIMELINESS[kind])


def light_badge(assignment: TimedAssignment) -> Badge:
    """Return the light of an assignment that was read with it; grey says for how long nobody has touched the work."""
    light = Light(assignment.light)
    if light == Light.GREY:
        days = (today() - assignment.touched_day).days
        return Badge(_("Xám: %(days)s ngày không cập nhật") % {"days": days}, *LIGHT_LOOKS[light])
    return Badge(light.label, *LIGHT_LOOKS[light])


def state_badge(assignment: Assignment) -> Badge:
    """Return the mark of the state."""
    state = State(assignment.state)
    tone, icon = _STATES[state]
    return Badge(state.label, tone, icon)


def obligation_badge(found: ObligationProgress) -> Badge:
    """Return the mark of where an obligation stands, in the tone of the gravest light of its leads."""
    return Badge(found.standing.label, *LIGHT_LOOKS[found.light])


def row_tone(assignment: TimedAssignment) -> str:
    """Return ``late`` for an overdue row."""
    return "late" if assignment.timeliness == Timeliness.OVERDUE else ""
