"""The grammar of a template: what is read, and that every fault names its line."""

from __future__ import annotations

import unicodedata

from sauro.programmes.builtin import BUILT_IN
from sauro.programmes.outline import read_outline


def test_built_in_templates_are_sound_and_filled() -> None:
    for one in BUILT_IN.values():
        outline, faults = read_outline(one.outline)
        assert faults == ()
        assert {heading.level for heading in outline.headings} == {1, 2, 3}
        assert sum(heading.role == "tasks" for heading in outline.headings) > 20
        filled = outline.filled(
            {"đơn vị": "UBND xã Mẫu", "xã": "xã Mẫu", "tỉnh": "tỉnh Mẫu", "năm đầu": "2026", "năm cuối": "2030"}
        )
        assert "{" not in f"{filled.subject}{filled.opening}{filled.recipients}{filled.headings}"


def test_text_in_decomposed_letters_is_read_alike() -> None:
    text = "trích yếu: về {xã}\n# Nhiệm vụ [nhiệm vụ]\n1. Một\n## Con [chỉ tiêu]\n// ghi chú\n"
    outline, faults = read_outline(unicodedata.normalize("NFD", text))
    assert faults == ()
    assert [(one.level, one.role, one.text) for one in outline.headings] == [(1, "tasks", "1. Một"), (2, "targets", "")]
    assert outline.filled({"xã": "xã Mẫu"}).subject == "về xã Mẫu"


def test_every_fault_names_its_line() -> None:
    text = "lời lạc\n# Một [nhiệm vu khác]\n### Nhảy cấp\n# {huyện}\n#\n# Mở { ngoặc\n"
    _outline, faults = read_outline(text)
    assert [fault.line for fault in faults] == [1, 2, 3, 4, 5, 6]
    assert read_outline("")[1][0].line == 1
