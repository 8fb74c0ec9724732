"""Menu entry of one's runs, and what can be done to the rows of the lists of assignments."""

from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.bulk.selectors.choosing import MOST_ROWS
from sauro.bulk.services.acts import ACTS, acts_for
from sauro.tasks.tables import ASSIGNMENTS, GIVEN, MY_WORK
from sauro.ui.lists.choosing import ChoiceBar, RowAct, register_choice_bar
from sauro.ui.navigation import NavItem, Place, register


def _acts(actor: Actor) -> list[RowAct]:
    return [RowAct(str(act), act.label, ACTS[act].icon) for act in acts_for(actor)]


for page in (ASSIGNMENTS, GIVEN, MY_WORK):
    register_choice_bar(page.name, ChoiceBar("run-prepare", _acts, MOST_ROWS))
register(NavItem("runs", _("Thao tác trên nhiều nhiệm vụ"), "run-list", "checkbox", order=8, place=Place.USER))
