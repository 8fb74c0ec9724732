"""Nobody sees a word, a count, a name, a file, a notice, an export row or a search hit outside their right.

Generated: every address of the permission table (another test holds that table to the addresses of the product), every
object that the contract tests know of, every list with its columns, filters and export, every query of the API. Three
places (:mod:`tests.contracts.leak_plots`) keep their records to themselves; every text column of every row holds a word
that exists once. Then a neighbour, an outsider, a reader and those of other domains look everywhere:

- no answer to them holds a word, a code or an identity of a place;
- pages that count say the same to a neighbour before and after the places have records;
- nothing that an outsider or a reader sends writes anything;
- who has but a part of the work learns no code of what they may not open;
- the main words are seen by the members of their place, so that none of this holds because there was nothing to see;
- each of some faults, put into the product on purpose, is found.

One test, because the places take longer to make than anything takes to look at.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.contracts.leak_mutations import unnoticed
from tests.contracts.leak_watch import MUST_SEE, Watch
from tests.contracts.test_permissions import TABLE
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

__all__ = ["file_folder", "quarantine_folder"]


@pytest.mark.long
def test_nothing_is_seen_or_changed_outside_ones_right(world: World, file_folder: Path) -> None:
    watch = Watch(world, TABLE)
    watch.settle()
    watch.counted_before = watch.count()
    assert watch.fill() == set(), "no row of these kinds is made: add one to Objects or to TAILS"
    watch.compare(watch.counted_before, watch.count())
    watch.look_around()
    watch.look_for_words()
    watch.look_at_objects()
    watch.read_alone()
    seen = watch.look_as_members()
    assert watch.findings == []
    assert MUST_SEE - seen == set()
    assert unnoticed(watch) == [], "faults put in on purpose (leak_mutations) that nothing above would have found"
