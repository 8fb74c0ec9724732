"""Paths of units and of those above them."""

from sauro.organizations.paths import with_those_above


def test_paths_go_up_from_the_units_own_to_the_root() -> None:
    assert with_those_above("T/T.UBND/T.SNV/") == ["T/T.UBND/T.SNV/", "T/T.UBND/", "T/"]
    assert with_those_above("T/") == ["T/"]
