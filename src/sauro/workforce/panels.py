"""Menu entries of the workforce, and what can be recorded for people chosen in the list."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.ui.lists.choosing import ChoiceBar, RowAct, register_choice_bar
from sauro.ui.navigation import NavItem, Place, register
from sauro.workforce.services.many import MOST_AT_ONCE
from sauro.workforce.services.many_acts import MANY_ACTS


def _acts(actor: Actor) -> Sequence[RowAct]:
    if not actor.holds("workforce.record"):
        return ()
    return [RowAct(act.code, act.label, act.icon) for act in MANY_ACTS.values()]


register(NavItem("workforce", _("Đội ngũ"), "person-list", "users", "workforce.view", order=75))
register(NavItem("establishment", _("Biên chế"), "establishment", "layout-grid", "workforce.view", order=76))
register(NavItem("own-dossier", _("Hồ sơ của tôi"), "own-dossier", "id-badge-2", order=15, place=Place.USER))
register_choice_bar("person-list", ChoiceBar("person-many", _acts, MOST_AT_ONCE))
