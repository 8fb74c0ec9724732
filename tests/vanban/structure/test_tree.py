"""The tree of items and bullets."""

from __future__ import annotations

from tests.vanban.building import document

from vanban.structure.document import read_structure

NESTED = """I. Nhiệm vụ chung

1. Sở Y tế:

a) Rà soát thuốc.

- Lập danh mục.

+ Gồm thuốc thiết yếu.

b) Kiểm tra trạm y tế.

Báo cáo kết quả hằng tháng.

2. Sở Tư pháp:

2.1. Rà soát văn bản.

II. Tổ chức thực hiện

1. Báo cáo hằng quý.
"""


def test_sections_are_paths_of_printed_numbers() -> None:
    root = read_structure(document(NESTED)).main.root
    assert [(node.section, node.text[:12].strip()) for node in root.walk()] == [
        ("I", "Nhiệm vụ chu"),
        ("I.1", "Sở Y tế:"),
        ("I.1.a", "Rà soát thuố"),
        ("I.1.a", "Lập danh mục"),
        ("I.1.a", "Gồm thuốc th"),
        ("I.1.b", "Kiểm tra trạ"),
        ("I.1.b", "Báo cáo kết"),
        ("I.2", "Sở Tư pháp:"),
        ("I.2.1", "Rà soát văn"),
        ("II", "Tổ chức thực"),
        ("II.1", "Báo cáo hằng"),
    ]


def test_a_paragraph_leaves_the_bullet_before_it() -> None:
    root = read_structure(document("1. Nội dung:\n\n- Rà soát thuốc.\n\nBáo cáo trước ngày 01/5/2026.\n")).main.root
    (item,) = root.children
    assert [child.text for child in item.children] == ["Rà soát thuốc.", "Báo cáo trước ngày 01/5/2026."]


HEADLESS = """1. Sở Y tế:

a) Rà soát thuốc.

{line}

a) Rà soát cầu yếu.

2. Sở Nội vụ tổng hợp.
"""


def sections(line: str) -> list[tuple[str, bool]]:
    root = read_structure(document(HEADLESS.format(line=line))).main.root
    return [(node.text[:12].strip(), node.is_name) for node in root.walk()]


def test_a_line_of_nothing_but_names_heads_what_follows() -> None:
    assert ("Sở Xây dựng", True) in sections("Sở Xây dựng")
    assert ("Đối với Sở X", True) in sections("Đối với Sở Xây dựng:")


def test_sentences_are_no_headings() -> None:
    assert not any(is_name for _, is_name in sections("Sở Xây dựng rà soát các cầu yếu."))
    assert not any(is_name for _, is_name in sections("Các việc cần làm ngay"))
