"""Files that hold more than one document."""

from __future__ import annotations

from tests.vanban.building import FOOT, LETTERHEAD, document, extract

from vanban.structure.document import read_structure
from vanban.structure.parts import PartKind

DECISION_WITH_PLAN = f"""ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG

Số: 77/QĐ-UBND

Lạc Giang, ngày 10 tháng 4 năm 2026

QUYẾT ĐỊNH

Ban hành Kế hoạch trồng cây ven sông

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây ven sông.

Điều 2. Giám đốc Sở Nông nghiệp và Môi trường chịu trách nhiệm thi hành Quyết định này.

{FOOT}
KẾ HOẠCH

Trồng cây ven sông

(Kèm theo Quyết định số 77/QĐ-UBND)

I. NHIỆM VỤ

1. Sở Nông nghiệp và Môi trường chọn giống cây trước ngày 01/5/2026.
"""


def kinds(text: str) -> list[PartKind]:
    return [part.part.kind for part in read_structure(document(text)).parts]


def test_a_decision_and_the_plan_it_issues() -> None:
    assert kinds(DECISION_WITH_PLAN) == [PartKind.MAIN, PartKind.EMBEDDED]
    sections = [task.section for task in extract(DECISION_WITH_PLAN).tasks]
    assert sections == ["Điều 2", "I.1"]


def test_an_annex_behind_the_signature() -> None:
    assert kinds(f"{LETTERHEAD}\n1. Sở Y tế rà soát thuốc.\n\n{FOOT}\nPHỤ LỤC\n\n1. Đề án trạm y tế.") == [
        PartKind.MAIN,
        PartKind.ANNEX,
    ]


def test_only_the_execution_section_of_a_template_counts() -> None:
    text = f"""{LETTERHEAD}
1. Sở Y tế rà soát thuốc.

{FOOT}
MẪU KẾ HOẠCH

KẾ HOẠCH

I. MỤC ĐÍCH

1. Nâng cao nhận thức của người dân.

II. TỔ CHỨC THỰC HIỆN

1. Giao Phòng Kinh tế tham mưu Ủy ban nhân dân xã xây dựng kế hoạch chi tiết.
"""
    tasks = extract(text).tasks
    assert [task.section for task in tasks] == ["1", "KH/TỔ CHỨC THỰC HIỆN.1"]


def test_an_empty_document_has_one_part() -> None:
    assert kinds("x") == [PartKind.MAIN]
