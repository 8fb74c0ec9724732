"""The catalogue from proposals to the decision, and what a regulation changes in open sheets."""

from __future__ import annotations

import datetime as dt
import unicodedata
from io import BytesIO

import pytest
import xlsxwriter
from tests.factories.appraisals import FULL_POINTS, make_catalogue, make_product, make_sheet, own_line, planned
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

from sauro.access.actor import Actor
from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.appraisals.enums import Appraised, CatalogueState, Duty, ProductState
from sauro.appraisals.models import Catalogue, Product, Renewal
from sauro.appraisals.product_sheet import read_products, write_products
from sauro.appraisals.selectors.catalogues import products_of
from sauro.appraisals.services import catalogues as services
from sauro.appraisals.services.catalogues import ProductFields
from sauro.appraisals.services.filling import renew
from sauro.appraisals.services.gathering import gather_products
from sauro.appraisals.services.product_import import Taken, import_products
from sauro.appraisals.services.regulations import Days, set_appraisee, set_regulation
from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.common.errors import DomainError, NotAllowed
from sauro.ui.sheets import read_cells

SERVANT = "Đỗ Văn Mẫu"
MONTH = dt.date(2026, 10, 1)
REPORT = ProductFields("DC.05", "Tổng hợp", "Báo cáo định kỳ", 120_000, 3)


def keeper(world: World) -> Actor:
    return world.actor("snv_servant")


def decider(world: World) -> Actor:
    """The head of the department, who may decide its catalogue."""
    user = world.users["snv_head"]
    held = Grant.objects.filter(user=user).values("valid", "domain").first() or {}
    Grant.objects.create(user=user, role=Role.LEADER, unit=world.units["snv"], **held)
    return world.actor("snv_head")


def draft(world: World) -> Catalogue:
    return services.begin_catalogue(
        actor=keeper(world), unit_id=world.units["snv"].pk, year=2026, standard="Công văn đơn giản"
    )


def refused(call: object) -> str:
    with pytest.raises(DomainError) as error:
        call()  # type: ignore[operator]  # a call without arguments
    return error.value.code


def test_a_catalogue_goes_from_proposals_to_the_decision(world: World) -> None:
    unit, catalogue = world.units["snv"], draft(world)
    product = services.add_product(
        actor=world.actor("snv_head"), catalogue_id=catalogue.pk, unit_id=unit.pk, fields=REPORT
    )
    assert product.state == ProductState.PROPOSED
    held = {"catalogue_id": catalogue.pk, "decision": "283/QĐ", "decided_on": dt.date(2026, 5, 31)}
    boss = decider(world)
    assert refused(lambda: services.decide_catalogue(actor=boss, **held)) == "undecided"
    services.save_product(actor=keeper(world), product_id=product.pk, fields=REPORT, state=ProductState.ACCEPTED)
    with pytest.raises(NotAllowed):
        services.decide_catalogue(actor=keeper(world), **held)
    services.decide_catalogue(actor=boss, **held)
    catalogue.refresh_from_db()
    assert (catalogue.state, catalogue.decided_by_name) == (CatalogueState.DECIDED, "Võ Thị Thử")
    change = lambda: services.save_product(  # noqa: E731 -- one call, refused
        actor=keeper(world), product_id=product.pk, fields=REPORT, state=ProductState.DROPPED
    )
    assert refused(change) == "product-decided"


def test_the_next_version_begins_with_the_products_of_the_last(world: World) -> None:
    make_product(make_catalogue(world.units["snv"]), "DC.05", "Báo cáo", 120_000)
    catalogue = draft(world)
    assert (catalogue.number, [one.code for one in catalogue.products.all()]) == (2, ["DC.05"])
    assert refused(lambda: draft(world)) == "draft-there"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (ProductFields("", "Việc", "Báo cáo", 10_000), "code-needed"),
        (ProductFields("A", "Việc", "Báo cáo", 10_050), "units-wrong"),
        (ProductFields("A", "Việc", "Báo cáo", 0), "units-wrong"),
        (ProductFields("A", "Việc", "Báo cáo", 10_000, 6), "group-wrong"),
        (ProductFields("DC.05", "Việc", "Báo cáo", 10_000), "code-taken"),
    ],
)
def test_wrong_products_are_refused(world: World, fields: ProductFields, code: str) -> None:
    catalogue, unit = draft(world), world.units["snv"]
    add = lambda one: services.add_product(  # noqa: E731 -- called twice
        actor=keeper(world), catalogue_id=catalogue.pk, unit_id=unit.pk, fields=one
    )
    add(REPORT)
    assert refused(lambda: add(fields)) == code


def test_merged_proposals_take_their_open_work_with_them(world: World) -> None:
    catalogue = make_catalogue(world.units["snv"], state=CatalogueState.DRAFT)
    into = make_product(catalogue, "A", "Báo cáo", 120_000, times=3)
    other = make_product(catalogue, "B", "Báo cáo tháng", 100_000, times=2)
    sheet = make_sheet(post_of(SERVANT), MONTH)
    line = own_line(sheet, 100_000, product=other)
    services.merge_products(actor=keeper(world), into_id=into.pk, other_ids=[other.pk])
    line.refresh_from_db()
    into.refresh_from_db()
    assert (line.product, line.units, into.times) == (into, 120_000, 5)
    assert Renewal.objects.get().appointment == sheet.appointment


def test_a_late_product_waits_and_counts_for_the_time_being(world: World) -> None:
    catalogue = make_catalogue(world.units["snv"])
    make_product(catalogue, "DC.05", "Báo cáo", 120_000)
    late = services.add_product(
        actor=world.actor("snv_head"), catalogue_id=catalogue.pk, unit_id=world.units["snv"].pk,
        fields=ProductFields("MỚI", "Việc mới", "Bản đồ số", 50_000),
    )  # fmt: skip
    assert late.state == ProductState.PENDING
    work = make_assignment(
        world.units["ubnd"], world.units["snv"], product="Bản đồ số", person=post_of(SERVANT), state="in_progress"
    )
    planned(post_of(SERVANT), MONTH, work)
    sheet = make_sheet(post_of(SERVANT), MONTH)
    renew([sheet.pk])
    sheet.refresh_from_db()
    assert (sheet.assigned, sheet.is_provisional) == (50_000, True)
    services.save_product(
        actor=keeper(world), product_id=late.pk, state=ProductState.ACCEPTED,
        fields=ProductFields("MỚI", "Việc mới", "Bản đồ số", 60_000),
    )  # fmt: skip
    renew([sheet.pk])
    sheet.refresh_from_db()
    assert (sheet.assigned, sheet.is_provisional) == (60_000, False)


def test_products_are_gathered_from_confirmed_work(world: World) -> None:
    catalogue, unit = draft(world), world.units["snv"]
    for product in ("Báo cáo  tháng", "báo cáo tháng", "Tờ trình"):
        make_assignment(world.units["ubnd"], unit, product=product, state="confirmed", closed_at=now())
    made = gather_products(actor=world.actor("snv_head"), catalogue_id=catalogue.pk, unit_id=unit.pk)
    assert made == 2
    found = dict(Product.objects.filter(catalogue=catalogue).values_list("product", "times"))
    assert found == {"Báo cáo tháng": 2, "Tờ trình": 1}
    again = lambda: gather_products(  # noqa: E731 -- one call, refused
        actor=world.actor("snv_head"), catalogue_id=catalogue.pk, unit_id=unit.pk
    )
    assert refused(again) == "nothing-found"


def workbook(*rows: tuple[object, ...]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def taken(world: World, catalogue: Catalogue, data: bytes) -> Taken:
    return import_products(
        actor=keeper(world), catalogue_id=catalogue.pk, unit_id=world.units["snv"].pk, rows=read_products(data)
    )


def test_a_workbook_is_taken_in_whole_or_not_at_all(world: World) -> None:
    catalogue = draft(world)
    heads = ("Hệ số", "Sản phẩm", "Mã CV", "Nhóm", "Điểm")
    good = (13.5, "Kế hoạch", "KH.01", "N4", 67)
    found = taken(
        world, catalogue,
        workbook(
            ("Danh mục",), heads, good, ("hai", "Tờ trình", "TT.01", 2), (2, "Tờ trình", "TT.02", "sáu"),
            (2, "Tờ trình", "KH.01", 1), (2000, "Đề án", "DA.01", 1), (1, "Đề án", "Đ" * 31, 1), ("", "", "", "", ""),
        ),
    )  # fmt: skip
    assert [one.split(":")[0] for one in found.faults] == ["Ô A4", "Ô D5", "Ô C6", "Ô A7", "Ô C8"]
    assert "dòng 3" in found.faults[2] and not catalogue.products.exists()
    assert taken(world, catalogue, workbook(heads, good)).added == 1
    made = catalogue.products.get()
    assert (made.units, made.group, made.state) == (135_000, 4, ProductState.PROPOSED)
    with pytest.raises(DomainError, match="Hệ số"):
        read_products(workbook(("Mã", "Sản phẩm"), ("A", "B")))


def test_what_is_taken_out_comes_back_unchanged_or_with_the_changes_of_a_row(world: World) -> None:
    catalogue = draft(world)
    for code, units, note in (("DC.05", 120_000, "Theo\r\nquý"), ("007", 12_300, "=1+1"), ("Đ.1", 10_000_000, "")):
        make_product(catalogue, code, f"Báo cáo {unicodedata.normalize('NFD', 'tổng hợp')} {code}", units, note=note)
    history = AuditEvent.objects.count()
    data = write_products(products_of(catalogue)).read()
    found = taken(world, catalogue, data)
    assert (found.added, found.changed, found.unchanged, found.faults) == (0, 0, 3, [])
    assert AuditEvent.objects.count() == history

    rows = [list(row) for row in read_cells(data)]
    assert [str(one) for one in rows[0][:6]] == ["STT", "Mã", "Nhiệm vụ", "Công việc chi tiết", "Sản phẩm", "Nhóm"]
    changed = next(row for row in rows if row[1] == "DC.05")
    changed[6], changed[8] = 12.5, "Không đưa vào"
    edited = workbook(*(tuple(row) for row in rows))
    services.save_product(
        actor=keeper(world), product_id=catalogue.products.get(code="DC.05").pk, fields=REPORT,
        state=ProductState.ACCEPTED,
    )  # fmt: skip
    assert "đã có người sửa" in taken(world, catalogue, edited).faults[0]
    changed[9] = ""
    assert taken(world, catalogue, workbook(*(tuple(row) for row in rows))).changed == 1
    dropped = catalogue.products.get(code="DC.05")
    assert (dropped.units, dropped.state) == (125_000, ProductState.DROPPED)


def test_a_page_that_is_out_of_date_changes_no_product(world: World) -> None:
    catalogue = make_catalogue(world.units["snv"], state=CatalogueState.DRAFT)
    into, other = (make_product(catalogue, code, "Báo cáo", 120_000, state="proposed") for code in ("A", "B"))
    seen, save = into.mark, services.save_product
    held = {"actor": keeper(world), "product_id": into.pk, "state": ProductState.ACCEPTED}
    save(**held, fields=ProductFields("A", "Việc", "Báo cáo", 130_000), mark=seen)
    assert refused(lambda: save(**held, fields=REPORT, mark=seen)) == "product-changed"
    merge = lambda: services.merge_products(  # noqa: E731 -- called twice
        actor=keeper(world), into_id=into.pk, other_ids=[other.pk]
    )
    merge()
    assert refused(merge) == "not-proposed"
    assert refused(lambda: save(**{**held, "product_id": other.pk}, fields=REPORT)) == "product-merged"


def test_what_waits_is_not_lost_with_the_next_version_and_choices_go_with_the_code(world: World) -> None:
    unit = world.units["snv"]
    before = make_catalogue(unit)
    old = make_product(before, "DC.05", "Báo cáo", 120_000)
    after = draft(world)
    make_product(before, "MOI", "Bản đồ số", 50_000, state="pending")
    held = {"catalogue_id": after.pk, "decision": "284/QĐ"}
    boss = decider(world)
    decide = lambda day: services.decide_catalogue(actor=boss, decided_on=day, **held)  # noqa: E731 -- called thrice
    assert refused(lambda: decide(dt.date(2199, 1, 1))) == "decided-ahead"
    assert refused(lambda: decide(dt.date(2026, 6, 1))) == "pending-left"
    make_product(after, "MOI", "Bản đồ số", 50_000)
    decide(dt.date(2026, 6, 1))
    work = make_assignment(world.units["ubnd"], unit, product="Không tên", person=post_of(SERVANT), state="in_progress")
    sheet = make_sheet(post_of(SERVANT), MONTH)
    chosen, _ = planned(post_of(SERVANT), dt.date(2026, 9, 1), work) + planned(post_of(SERVANT), MONTH, work)
    own_line(make_sheet(post_of(SERVANT), dt.date(2026, 9, 1)), product=old, plan_item=chosen, own="")
    renew([sheet.pk])
    assert sheet.items.get().product == after.products.get(code="DC.05")


def test_a_regulation_reaches_open_sheets_from_its_month_on(world: World) -> None:
    before = make_sheet(post_of(SERVANT), dt.date(2026, 9, 1))
    open_ = make_sheet(post_of(SERVANT), MONTH, own_points=FULL_POINTS)
    held = {
        "actor": keeper(world),
        "unit_id": world.units["ubnd"].pk,
        "subject": Appraised.CIVIL_SERVANT,
        "since": MONTH,
    }
    given: dict[str, object] = {"pending_products": "left_out"}
    set_regulation(**held, given=given, days=Days(), decision="45/QĐ-UBND")
    before.refresh_from_db()
    open_.refresh_from_db()
    assert (before.leaves_pending_out, open_.leaves_pending_out, open_.own_points) == (False, True, {})
    again = lambda: set_regulation(**held, given={}, days=Days(), decision="46/QĐ-UBND")  # noqa: E731 -- one call
    assert refused(again) == "there-already"
    fixed = lambda: set_regulation(  # noqa: E731 -- one call, refused
        **{**held, "since": dt.date(2026, 12, 1)}, given={"failure_deduction": "10"}, days=Days(), decision="47"
    )
    assert refused(fixed) == "setting-wrong"
    late = lambda: set_regulation(  # noqa: E731 -- one call, refused
        **{**held, "since": dt.date(2026, 12, 1)}, given={}, days=Days(own=9, confirm=5), decision="47"
    )
    assert refused(late) == "days-wrong"


def test_what_somebody_is_appraised_as_is_laid_down_by_the_personnel_unit(world: World) -> None:
    sheet = make_sheet(post_of(SERVANT), MONTH)
    held = {"appointment_id": sheet.appointment_id, "subject": Appraised.CIVIL_SERVANT, "duty": Duty.DEPUTY}
    with pytest.raises(NotAllowed):
        set_appraisee(actor=world.actor("snv_head"), **held)
    elsewhere = lambda: set_appraisee(  # noqa: E731 -- one call, refused
        actor=keeper(world), **held, fields=[world.units["stc"].pk]
    )
    assert refused(elsewhere) == "fields-elsewhere"
    set_appraisee(actor=keeper(world), **held, like_group="Tổng hợp")
    sheet.refresh_from_db()
    assert (sheet.duty, sheet.like_group) == (Duty.DEPUTY, "Tổng hợp")
