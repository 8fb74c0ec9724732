"""What the checks say about one line, without a database."""

from __future__ import annotations

import datetime as dt

from sauro.programmes.enums import EntryKind, MarkKind, Part
from sauro.programmes.marks import Asked, EntryFacts, Grounds, marks_of
from vanban.check.competence import CatalogueInMemory, CompetenceEntry
from vanban.check.store import StoredDocument

CLEAR = EntryFacts(
    kind=EntryKind.TASK,
    part=Part.DIRECT,
    work="Cấp phép xây dựng nhà ở riêng lẻ tại ấp Mẫu",
    lead="Phòng Kinh tế xã Mẫu",
    bodies=("Phòng Kinh tế xã Mẫu", "Ủy ban nhân dân xã Mẫu", "cấp xã"),
    person="Trưởng phòng",
    measures="Làm thí điểm",
    time="2027",
    authority="Chủ tịch quyết định",
    product="Giấy phép",
)
ANSWERED = Asked("Cấp phép xây dựng nhà ở", "Kế hoạch 1", dt.date(2027, 6, 30))


def kinds(facts: EntryFacts, grounds: Grounds | None = None) -> list[MarkKind]:
    return [one.kind for one in marks_of(facts, grounds or Grounds(asked=[ANSWERED]))]


def changed(**columns: object) -> EntryFacts:
    return EntryFacts(**{**{name: getattr(CLEAR, name) for name in CLEAR.__slots__}, **columns})  # type: ignore[arg-type]  # columns of a test


def test_a_clear_line_that_answers_a_demand_has_no_mark() -> None:
    assert kinds(CLEAR) == []


def test_what_is_not_clear_is_named() -> None:
    (mark,) = marks_of(changed(person="", product=""), Grounds(asked=[ANSWERED]))
    assert mark.kind == MarkKind.MISSING
    assert mark.text == "Chưa nêu người chịu trách nhiệm, sản phẩm."
    assert kinds(changed(kind=EntryKind.TARGET, value="")) == [MarkKind.MISSING]


def test_later_day_and_lower_figure_are_weaker() -> None:
    facts = changed(due_on=dt.date(2027, 7, 1), work="Tỷ lệ hộ dùng nước sạch đạt 90%")
    asked = Asked("Tỷ lệ hộ dùng nước sạch đạt 95%", "Kế hoạch 1", dt.date(2027, 6, 30))
    found = marks_of(facts, Grounds(asked=[asked]))
    assert [one.kind for one in found] == [MarkKind.WEAKENED, MarkKind.WEAKENED]
    assert {one.passage for one in found} == {asked.text}


def test_competence_of_a_higher_level_is_marked_and_no_entry_is_no_ground() -> None:
    entry = CompetenceEntry("Xây dựng", "cấp phép", ("cấp phép",), ("UBND tỉnh",), "Quy định mẫu")
    grounds = Grounds(asked=[ANSWERED], catalogue=CatalogueInMemory([entry]))
    assert kinds(CLEAR, grounds) == [MarkKind.HIGHER]
    assert kinds(changed(part=Part.COORDINATION, bodies=()), grounds) == []
    assert kinds(changed(work="Dọn vệ sinh"), grounds) == [MarkKind.NO_BASIS]
    own = CompetenceEntry("Xây dựng", "cấp phép", ("cấp phép",), ("cấp xã",), "Quy định mẫu")
    assert kinds(CLEAR, Grounds(asked=[ANSWERED], catalogue=CatalogueInMemory([own]))) == []


def test_work_for_hamlets_is_marked_unless_it_mobilises() -> None:
    assert kinds(changed(lead="Trưởng ấp Tre")) == [MarkKind.HAMLET]
    assert kinds(changed(lead="Các ấp", work="Vận động người dân hiến đất làm đường")) == []


def test_copied_passage_comes_with_its_source() -> None:
    passage = "đẩy mạnh cải cách hành chính gắn với chuyển đổi số nâng cao chất lượng phục vụ người dân trên địa bàn"
    source = StoredDocument("1", "KH-UBND", "Kế hoạch 1/KH-UBND", text=f"Các sở {passage} tỉnh.")
    found = marks_of(changed(work=f"Phòng {passage} xã"), Grounds(asked=[ANSWERED], sources=[source]))
    assert [(one.kind, one.source) for one in found] == [(MarkKind.COPIED, "Kế hoạch 1/KH-UBND")]
    assert passage in found[0].passage


def test_line_without_a_demand_says_so() -> None:
    assert kinds(CLEAR, Grounds()) == [MarkKind.UNANSWERED]
