"""The errors of the gallery are still errors, and the page shows every class."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.bench_gallery import PAGE, Example, classes, page

GALLERY = classes()
EXAMPLES = [
    (entry.title, number, example) for entry in GALLERY for number, example in enumerate(entry.examples, start=1)
]


@pytest.mark.parametrize(("title", "number", "example"), EXAMPLES, ids=[f"{title} {n}" for title, n, _ in EXAMPLES])
def test_the_error_is_still_there(title: str, number: int, example: Example) -> None:
    assert example.is_wrong(), f"example {number} of {title!r} has come right: take it out of samples/gallery.toml"


def test_the_page_has_every_class_with_its_words() -> None:
    written = PAGE.read_text(encoding="utf-8")
    for entry in GALLERY:
        assert f"## {entry.title}\n" in written
        assert entry.why in written


def test_an_example_that_came_right_is_noticed(tmp_path: Path) -> None:
    data = tmp_path / "gallery.toml"
    data.write_text(
        '[[class]]\ntitle = "x"\nwhy = "y"\n[[class.examples]]\nfields = ["leads", "due"]\n'
        'text = "1. ⟦T 1 | explicit: Sở Y tế⟧Sở Y tế lập danh sách ⟦D date 2026-05-20 x⟧trước ngày 20/5/2026⟦/⟧.⟦/⟧"\n',
        encoding="utf-8",
    )
    (entry,) = classes(data)
    assert not entry.examples[0].is_wrong()
    assert "danh sách trước ngày 20/5/2026" in page((entry,))
