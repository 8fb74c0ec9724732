"""How likely the turns of a story are, for every unit alike (see also ``stage.Character``)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chances:
    """Shares from 0 to 1. The defaults make the demo; a test makes rare turns common."""

    office_day: float = 0.4
    """The giver's office sets a deadline where the document states none."""
    choose_fields: float = 0.9
    """The clerk takes over the fields that the desk proposes for a directive."""
    question: float = 0.03
    stop_when_questioned: float = 0.3
    stop: float = 0.012
    giver_sets_day: float = 0.08
    """The giver sets a deadline later, on work that has none."""
    name: float = 0.88
    delegate: float = 0.28
    give_up_late: float = 0.3
    give_up_undated: float = 0.12
    wait: float = 0.35
    end_wait: float = 0.4
    ask: float = 0.3
    withdraw: float = 0.08
    grant: float = 0.64
    refuse: float = 0.23
    """The rest of the requests for a later day is never answered."""
    giver_forgets: float = 0.03
    rename: float = 0.015
    """Somebody else is put in charge meanwhile."""
    talk: float = 0.1
    """Giver and body exchange words about a task, at each look at it."""
    told: float = 0.25
    """Work of whose turns notices are kept; nobody keeps all of a year and a half."""
    read: float = 0.85
    returns: float = 1.0
    """A factor to the unit's own share of products that come back."""
