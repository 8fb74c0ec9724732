"""Menu entry of the board, its figures on the first page, its wall screen."""

from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.accounts.screen_lock import register_wall_screen
from sauro.common.clock import today
from sauro.reporting.enums import BoardSide
from sauro.reporting.selectors.figures import figures_of, sum_of
from sauro.reporting.selectors.scope import BoardScope, Reader
from sauro.tasks.home_panels import register_given_count
from sauro.tasks.selectors.work import Tally
from sauro.ui.navigation import NavItem, register


def given_figures(actor: Actor) -> Tally:
    """Return how what the actor's units gave stands, from the cells. Takes one query."""
    counted = Reader(actor, BoardScope(BoardSide.GIVEN), today()).count("unit_id")
    return Tally(dict(sum_of(figures_of(numbers) for numbers in counted.values()).counts))


register(NavItem("board", _("Bảng theo dõi"), "board", "layout-dashboard", order=15))
register_given_count(given_figures)
register_wall_screen("board", "man-hinh")
