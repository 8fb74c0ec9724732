"""Leads and partners in cells and labels."""

from __future__ import annotations

import pytest

from vanban.tasks.actors import Scope
from vanban.tasks.cells import bodies_in, leads_in
from vanban.types import Span


def parted(text: str) -> tuple[list[str], list[str]]:
    leads, partners = leads_in(text, Span(0, len(text)), Scope())
    return [body.name for body in leads], [body.name for body in partners]


@pytest.mark.parametrize(
    ("cell", "leads", "partners"),
    [
        ("Sở Y tế", ["Sở Y tế"], []),
        ("Sở Y tế chủ trì; Sở Nội vụ, Sở Tài chính phối hợp", ["Sở Y tế"], ["Sở Nội vụ", "Sở Tài chính"]),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh", ["Sở Y tế"], ["Công an tỉnh"]),
        ("Chủ trì: Sở Y tế; phối hợp: các địa phương", ["Sở Y tế"], ["Các địa phương"]),
        ("Các sở, ngành; UBND các xã", ["Các sở, ngành", "UBND các xã"], []),
    ],
)
def test_who_leads_and_who_helps(cell: str, leads: list[str], partners: list[str]) -> None:
    assert parted(cell) == (leads, partners)


def test_no_cell_holds_nobody() -> None:
    assert leads_in("", None, Scope()) == ((), ())
    assert bodies_in("", None, Scope()) == ()
