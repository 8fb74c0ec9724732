"""Takes people out in the columns of an import, so that the table can be changed and brought back; and an empty table.

Identity numbers and sensitive facts are left out: they are opened one by one, on record. The code of the dossier tells
who a row is when it comes back.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any
from uuid import UUID

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.roster import events
from sauro.roster.policies import RECORD
from sauro.roster.sheets.columns import FIELDS, Field, Kind
from sauro.ui.lists.export import CellFormats, write_value, write_values
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Fact
from sauro.workforce.policies import dossier_policy

MOST_PEOPLE = 100_000
_CHUNK = 2_000
_STATED = ("sex", "birth_date", "home_town", "residence", "phone", "recruited_on", "schooling")
_KINDS = (FactKind.EDUCATION, FactKind.THEORY, FactKind.RANK, FactKind.RATING)
EXPORTED = tuple(
    field for code, field in FIELDS.items()
    if code in ("code", "full_name", "unit", "post", "post_on", "decision", "decided_on", *_STATED)
    or field.fact in _KINDS
)  # fmt: skip
"""The columns taken out, in their order."""
_NOT_IN_TEMPLATE = ("code", "family_name", "given_name", "is_female", "birth_male", "birth_female")
_ADVICE: Mapping[Kind, Any] = {
    Kind.NAME: gettext_lazy("Họ, chữ đệm và tên."),
    Kind.NUMBER: gettext_lazy("12 chữ số; định dạng ô là Văn bản để không mất số 0 ở đầu."),
    Kind.SEX: gettext_lazy("Nam hoặc Nữ."),
    Kind.DAY: gettext_lazy("Ngày trước, tháng sau: 25/11/2026; hoặc chỉ ghi năm."),
    Kind.BIRTH: gettext_lazy("Ngày trước, tháng sau: 15/03/1988."),
    Kind.CHOICE: gettext_lazy("Chọn trong danh sách của ô."),
    Kind.ETHNIC: gettext_lazy("Ghi tên dân tộc."),
    Kind.SCHOOLING: gettext_lazy("Ví dụ 12/12; định dạng ô là Văn bản."),
    Kind.TRAINING: gettext_lazy("Ngày hoặc năm hoàn thành, tên lớp, hoặc x."),
    Kind.UNIT: gettext_lazy("Mã hoặc tên đơn vị đang hoạt động."),
    Kind.POST: gettext_lazy("Mã hoặc tên vị trí việc làm trong danh mục."),
}


def export_people(*, actor: Actor) -> IO[bytes]:
    """Return a workbook, open at its start, of the people whose records the actor keeps; that it was made is recorded.

    Raises ``NotAllowed`` for who keeps no records.
    """
    if not actor.holds(RECORD):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
    formats = CellFormats(book)
    sheet = _headed(book, EXPORTED, formats)
    count = 0
    for count, row in enumerate(_rows(actor), start=1):
        write_values(sheet, count, row, formats)
    book.close()
    scope = actor.scopes(RECORD)[0]
    with transaction.atomic():
        record_event(
            actor=actor, event=events.EXPORTED, domain=scope.domain, unit_id=scope.unit_id, changes={"rows": count}
        )
    file.seek(0)
    return file


def empty_table(*, actor: Actor) -> IO[bytes]:
    """Return an empty workbook with all columns, choices in their cells, and a sheet that says how to write."""
    if not actor.holds(RECORD):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- as above
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats = CellFormats(book)
    fields = [field for code, field in FIELDS.items() if code not in _NOT_IN_TEMPLATE]
    sheet = _headed(book, fields, formats)
    text = book.add_format({"num_format": "@"})
    listed = book.add_worksheet(_("Danh mục"))
    for column, field in enumerate(fields):
        if field.kind in (Kind.NUMBER, Kind.SCHOOLING):
            sheet.set_column(column, column, 20, text)
        choices = _choices(field)
        if not choices:
            continue
        for row, words in enumerate([str(field.label), *choices]):
            write_value(listed, row, column, words, formats)
        cells = xlsxwriter.utility.xl_range_abs(1, column, len(choices), column)
        source = {"validate": "list", "source": f"='{listed.get_name()}'!{cells}", "error_type": "warning"}
        sheet.data_validation(1, column, 5_000, column, source)
    advice = book.add_worksheet(_("Hướng dẫn"))
    advice.set_column(0, 0, 34)
    advice.set_column(1, 1, 80)
    for row, field in enumerate(fields):
        write_values(advice, row, [str(field.label), str(_ADVICE.get(field.kind, ""))], formats)
    book.close()
    file.seek(0)
    return file


def _headed(book: Any, fields: Sequence[Field], formats: CellFormats) -> Any:
    sheet = book.add_worksheet(_("Danh sách"))
    for column, field in enumerate(fields):
        sheet.set_column(column, column, 28 if field.kind in (Kind.NAME, Kind.TEXT) else 18)
        sheet.write_string(0, column, str(field.label), formats.head)
    sheet.freeze_panes(1, 1)
    return sheet


def _choices(field: Field) -> list[str]:
    if field.kind == Kind.SEX:
        return ["Nam", "Nữ"]
    return [str(label) for _code, label in field.choices]


def _rows(actor: Actor) -> Iterator[list[Any]]:
    rows = dossier_policy.visible(actor, "record").select_related(
        "person", "unit", "particulars", "tenure__post", "tenure__unit"
    )
    ordered = rows.order_by("unit__path", "sort_key", "pk")[:MOST_PEOPLE]
    chunk: list[Dossier] = []
    for dossier in ordered.iterator(chunk_size=_CHUNK):
        chunk.append(dossier)
        if len(chunk) == _CHUNK:
            yield from _written(chunk)
            chunk = []
    yield from _written(chunk)


def _written(dossiers: Sequence[Dossier]) -> Iterator[list[Any]]:
    facts: dict[tuple[UUID, str], Fact] = {}
    found = Fact.objects.as_of(today()).filter(dossier__in=[one.pk for one in dossiers], kind__in=_KINDS)
    for fact in found.order_by("level", "valid"):
        facts[fact.dossier_id, fact.kind] = fact
    for dossier in dossiers:
        held = _of_dossier(dossier)
        for kind in _KINDS:
            fact_held = facts.get((dossier.pk, kind))
            if fact_held is not None:
                held |= _of_fact(kind, fact_held)
        yield [held.get(field.code) for field in EXPORTED]


def _of_dossier(dossier: Dossier) -> dict[str, Any]:
    stated, tenure = dossier.particulars, dossier.tenure
    held: dict[str, Any] = {"code": dossier.code, "full_name": dossier.person.full_name, "unit": dossier.unit.code}
    if stated is not None:
        held |= {code: getattr(stated, code) for code in _STATED} | {"sex": stated.get_sex_display()}
    if tenure is not None:
        held |= {
            "unit": tenure.unit.code, "post": tenure.post.code, "post_on": tenure.first_day,
            "decision": tenure.decision, "decided_on": tenure.decided_on,
        }  # fmt: skip
    return held


def _of_fact(kind: FactKind, fact: Fact) -> dict[str, Any]:
    parts = defaultdict(
        str, value=FACTS[kind].words_of(fact.value), detail=fact.detail, place=fact.place, since=fact.first_day
    )
    return {field.code: parts[field.part] for field in FIELDS.values() if field.fact == kind and not field.value}
