"""The chapter of the demo on appraisals: a catalogue for the province and two communes, and two months of sheets.

Everything is invented. Points, products and confirmations go through the services the pages use, by the people of the
demo; catalogues and the work of the month before are written as they would stand there by now.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.appraisals.enums import (
    Appraised,
    CatalogueState,
    CommitteeBody,
    Duty,
    ItemKind,
    OwnLine,
    ProductState,
    ReviewKind,
    SheetState,
    SignCode,
)
from sauro.appraisals.models import Appraisee, Catalogue, Product, Sheet, SheetItem, Sign
from sauro.appraisals.policies import sheet_policy
from sauro.appraisals.rules.criteria import limits_of
from sauro.appraisals.rulings import settings_of
from sauro.appraisals.selectors.cadre_proposing import MONTHS_OF_QUARTER, QUARTERS
from sauro.appraisals.selectors.catalogues import products_for
from sauro.appraisals.services.cadre_periods import prepare_period
from sauro.appraisals.services.cadre_reviews import Decided, record_review
from sauro.appraisals.services.filling import put_product, renew
from sauro.appraisals.services.judging import Verdict, confirm_sheet
from sauro.appraisals.services.opening import open_sheets
from sauro.appraisals.services.signs import answer_sign
from sauro.appraisals.services.stating import choose_product, submit_sheet
from sauro.appraisals.services.unit_rating import prepare_units
from sauro.common.clock import now, today
from sauro.demo.accounts import demo_units
from sauro.demo.cast import by_post, demo_actors
from sauro.organizations.models import Unit
from sauro.plans.months import month_of, shifted
from vanban.text.normalize import fold

PRODUCTS = (
    ("DC.01", "Soạn công văn trả lời", "Công văn", 1, 10_000),
    ("DC.02", "Lập danh sách, danh mục", "Danh mục", 2, 20_000),
    ("DC.05", "Tổng hợp báo cáo định kỳ", "Báo cáo", 3, 120_000),
    ("DC.06", "Tham mưu tờ trình", "Tờ trình", 3, 60_000),
    ("DC.08", "Xây dựng kế hoạch", "Kế hoạch", 4, 140_000),
    ("VP.03", "Soạn thông báo kết luận", "Thông báo kết luận", 3, 130_000),
    ("QL.02", "Giải quyết hồ sơ", "Hồ sơ", 2, 90_000),
    ("KH.01", "Xây dựng đề án", "Đề án", 5, 400_000),
)
"""Code, work, product, group, ten-thousandths of a standard unit."""

WORKS = (
    "Tổng hợp tình hình tháng (mẫu)",
    "Tham mưu văn bản chỉ đạo (mẫu)",
    "Giải quyết hồ sơ của dân (mẫu)",
    "Họp giao ban (mẫu)",
)
UNEXPLAINED, EXPLAINED = "congchuc.xa2", "chuyenvien.snv"
"""Who finished work that left no product; the second has explained it."""
UNIT_KEEPER = "noivu.tinh"
CADRE, CADRE_KEEPER = "truongban.btc", "tochuc.tinh"
OWNERS = ("T.UBND", "xa1.UBND", "xa2.UBND", "T.TU")


@transaction.atomic
def play_appraisals() -> None:
    """Play the chapter, once."""
    if Catalogue.objects.exists():
        return
    units = demo_units()
    for code in OWNERS:
        _catalogue(units[code])
    this_month, acting = month_of(today()), by_post(demo_actors())
    last_month = shifted(this_month, -1)
    _name_cadre()
    for month in (last_month, this_month):
        # In a province with all its people the others get theirs from the job of the night. What is opened is up to
        # date; only those who act in the story may have sheets from before.
        open_sheets(month, among=[unit.pk for unit in units.values()])
        renew(list(Sheet.objects.filter(month=month, appointment__in=acting).values_list("pk", flat=True)))
    _state_and_judge(last_month)
    _explain(last_month)
    prepare_units(actor=demo_actors()[UNIT_KEEPER], unit_id=units["T.UBND"].pk, year=last_month.year)
    _speak_of_cadre(units, last_month)


def _name_cadre() -> None:
    """Say that the head of a Party board is a cadre whom the committee manages."""
    post = _post_of(CADRE)
    Appraisee.objects.get_or_create(appointment_id=post, defaults={"subject": Appraised.CADRE, "duty": Duty.HEAD})


def _post_of(name: str) -> UUID:
    return next(iter(demo_actors()[name].appointment_ids))


def _speak_of_cadre(units: Mapping[str, Unit], month: dt.date) -> None:
    """Let whoever keeps the records of cadres record a praise and a reminder, and prepare the quarter."""
    keeper, day = demo_actors()[CADRE_KEEPER], today()
    post, committee = _post_of(CADRE), units["T.TU"].pk
    for kind, days, fact in (
        (ReviewKind.PRAISE, 40, "Hoàn thành đề án sắp xếp tổ chức trước hạn (mẫu)."),
        (ReviewKind.REMINDER, 12, "Hai báo cáo gửi Ban Thường vụ thiếu phụ lục (mẫu)."),
    ):
        said_on = day - dt.timedelta(days=days)
        decided = Decided(
            kind, CommitteeBody.STANDING, fact, "Kết luận giao ban (mẫu)", said_on, said_on + dt.timedelta(days=180)
        )
        record_review(actor=keeper, appointment_id=post, committee_id=committee, decided=decided)
    period = QUARTERS[(month.month - 1) // MONTHS_OF_QUARTER]
    prepare_period(actor=keeper, appointment_id=post, committee_id=committee, year=month.year, period=period)


def _catalogue(unit: Unit) -> None:
    catalogue = Catalogue.objects.create(
        unit=unit, domain=unit.domain, year=today().year, number=1, state=CatalogueState.DECIDED,
        standard="Soạn văn bản hành chính đơn giản", decision="283/QĐ (mẫu)", decided_on=dt.date(today().year, 1, 5),
        decided_at=now(), decided_by_name="Lãnh đạo (mẫu)",
    )  # fmt: skip
    Product.objects.bulk_create(
        Product(
            catalogue=catalogue, code=code, work=work, product=product, group=group, units=units,
            state=ProductState.ACCEPTED, proposed_by=unit, search_key=fold(f"{code} {work} {product}"),
            product_key=fold(product),
        )
        for code, work, product, group, units in PRODUCTS
    )  # fmt: skip


def _state_and_judge(month: dt.date) -> None:
    """Let everybody with an account hand their sheet over, and the heads among them confirm every second one."""
    actors = demo_actors()
    owners = by_post(actors)
    handed = [sheet for sheet in Sheet.objects.filter(month=month, appointment__in=owners) if _hand_over(owners, sheet)]
    for number, sheet in enumerate(sorted(handed, key=lambda one: one.duty == Duty.HEAD)):
        judge = next((one for one in actors.values() if sheet_policy.can(one, "judge", sheet)), None)
        if judge is not None and number % 2 == 0:
            confirm_sheet(actor=judge, sheet_id=sheet.pk, verdict=Verdict(comment="Hoàn thành nhiệm vụ được giao."))


def _explain(month: dt.date) -> None:
    """Let one of those who are asked about work without a product answer; the other has not looked yet."""
    signs = Sign.objects.filter(sheet__month=month, sheet__appointment=_post_of(EXPLAINED), code=SignCode.NO_PRODUCT)
    for sign in signs:
        answer_sign(actor=demo_actors()[EXPLAINED], sign_id=sign.pk, text="Họp nghe phổ biến, không giao ghi (mẫu).")


def _work_of_month(sheet: Sheet, products: Sequence[Product]) -> None:
    """Write what the person had planned and done besides the tasks of the system; every third work was late.

    Two people say of one finished work only "Xong", which they are asked to explain.
    """
    is_bare = sheet.appointment_id in (_post_of(UNEXPLAINED), _post_of(EXPLAINED))
    dice = Random(str(sheet.appointment_id))  # noqa: S311 -- a story, no secret
    for number, words in enumerate(WORKS if products else ()):
        item = SheetItem(
            sheet=sheet, wording=words, result="Xong" if is_bare and words == WORKS[-1] else "Lưu hồ sơ công việc",
            own=OwnLine.ACCEPTED, kind=ItemKind.PLANNED,
            is_done=dice.random() < 0.9 or (is_bare and words == WORKS[-1]), late=int(number % 3 == 2),
        )  # fmt: skip
        put_product(item, dice.choice(products))
        item.save()


def _hand_over(owners: Mapping[UUID, Actor], sheet: Sheet) -> bool:
    actor = owners[sheet.appointment_id]
    products = products_for(sheet.unit, month_of(sheet.month).year)
    bare = list(sheet.items.filter(units=0, is_counted=True))
    if bare and not products:
        return False
    _work_of_month(sheet, list(products))
    for number, item in enumerate(bare):
        choose_product(actor=actor, item_id=item.pk, product_id=products[number % len(products)].pk)
    points = {code: f"{float(most):g}" for code, most in limits_of(settings_of(sheet.settings)).items()}
    handed = submit_sheet(actor=actor, sheet_id=sheet.pk, points=points, note="Đã thực hiện đủ việc được giao.")
    return handed.state == SheetState.SUBMITTED
