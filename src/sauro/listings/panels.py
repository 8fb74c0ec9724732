"""Lets the list kit read what people keep."""

from sauro.listings.selectors.views import all_saved_views, kept_by
from sauro.ui.lists.keeping import Keeper, keep_with

keep_with(Keeper(of_list=kept_by, all_views=all_saved_views))
