"""Lines that a page broke in mid-sentence."""

from __future__ import annotations

import pytest
from tests.vanban.building import document

from vanban.structure.lines import read_lines


def lines_of(text: str) -> list[str]:
    return [" ".join(line.text.split()) for line in read_lines(document(text))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sở Y tế tiếp tục chủ động phối hợp, hướng dẫn", "Sở Nội vụ, Sở Tài chính rà soát thuốc."),
        ("Chỉ đạo Ban Quản lý dự án, Bệnh viện Hữu nghị Gò", "Mẫu, Bệnh viện Bến Thử rà soát thuốc."),
    ],
)
def test_a_line_broken_before_a_name_goes_on(first: str, second: str) -> None:
    assert lines_of(f"{first}\n\n{second}") == [f"{first} {second}"]


def test_a_short_line_that_ends_with_a_verb_is_a_heading() -> None:
    assert lines_of("Phối hợp, hướng dẫn\n\nSở Nội vụ rà soát thuốc.") == [
        "Phối hợp, hướng dẫn",
        "Sở Nội vụ rà soát thuốc.",
    ]
