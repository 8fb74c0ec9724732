"""The catalogue from proposals to the decision, and what a regulation changes in open sheets."""

from __future__ import annotations

import datetime as dt
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
from sauro.appraisals.product_sheet import read_products
from sauro.appraisals.services import catalogues as services
from sauro.appraisals.services.catalogues import ProductFields
from sauro.appraisals.services.filling import renew
from sauro.appraisals.services.gathering import gather_products
from sauro.appraisals.services.product_import import import_products
from sauro.appraisals.services.regulations import Days, set_appraisee, set_regulation
from sauro.common.clock import now
from sauro.common.errors import DomainError, NotAllowed

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
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def test_a_workbook_is_taken_in_whole_or_not_at_all(world: World) -> None:
    catalogue, unit = draft(world), world.units["snv"]
    heads = ("Hệ số", "Sản phẩm", "Mã", "Nhóm")
    rows = read_products(
        workbook(("Danh mục",), heads, (13.5, "Kế hoạch", "KH.01", 4), ("hai", "Tờ trình", "TT.01", 2))
    )
    assert [(row.number, bool(row.fault)) for row in rows] == [(3, False), (4, True)]
    assert rows[0].fields is not None
    assert (rows[0].fields.units, rows[0].fields.group) == (135_000, 4)
    bad = ProductFields("TT.01", "Tờ trình", "Tờ trình", 20_000, 9)
    held = {"actor": keeper(world), "catalogue_id": catalogue.pk, "unit_id": unit.pk}
    faults = import_products(**held, rows=[(3, rows[0].fields), (4, bad)])
    assert faults == ["Dòng 4: Nhóm từ 1 đến 5."]
    assert not catalogue.products.exists()
    assert import_products(**held, rows=[(3, rows[0].fields)]) == []
    assert catalogue.products.get().units == 135_000


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
