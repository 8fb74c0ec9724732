"""What a scenario leaves for recruitment, as a workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from typing import IO, Any
from uuid import UUID

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict
from sauro.staffing import events
from sauro.staffing.enums import ScenarioState
from sauro.staffing.models import Scenario
from sauro.staffing.selectors.scenarios import field_lines, get_scenario, vacancies
from sauro.ui.lists.export import CellFormats, write_labelled, write_values

_WIDTH = 34


@transaction.atomic
def export_recruitment(*, actor: Actor, scenario_id: UUID) -> IO[bytes]:
    """Write the posts left for recruitment, by field and by unit, and record who took them out.

    Returns the open file, positioned at its start; it disappears when closed. Raises ``not-ready``.
    """
    scenario = get_scenario(actor, scenario_id)
    if scenario.state != ScenarioState.READY:
        raise Conflict("not-ready", _("Phương án chưa có kết quả."))
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    _write(file, actor, scenario)
    record_event(actor=actor, event=events.RECRUITMENT_EXPORTED, obj=scenario)
    file.seek(0)
    return file


def _write(file: IO[bytes], actor: Actor, scenario: Scenario) -> None:
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats = CellFormats(book)
    fields = [[line.field, line.posts, line.posts - line.left, line.left] for line in field_lines(actor, scenario)]
    heads = [_("Lĩnh vực"), _("Cần"), _("Lấp bằng điều động"), _("Còn để tuyển")]
    _write_sheet(book, formats, _("Theo lĩnh vực"), heads, fields)
    posts = [[one.post.field, one.post.title, one.unit.name, one.left] for one in vacancies(scenario)]
    heads = [_("Lĩnh vực"), _("Vị trí việc làm"), _("Đơn vị"), _("Còn để tuyển")]
    _write_sheet(book, formats, _("Theo đơn vị"), heads, posts)
    about = book.add_worksheet(_("Thông tin"))
    about.set_column(0, 1, _WIDTH)
    lines = [
        (_("Phương án"), scenario.name), (_("Phạm vi"), scenario.unit.name), (_("Ngày dự kiến"), scenario.day),
        (_("Người xuất"), actor.name), (_("Lúc"), now()),
    ]  # fmt: skip
    write_labelled(about, lines, formats)
    book.close()


def _write_sheet(book: Any, formats: CellFormats, name: str, heads: Sequence[str], rows: Iterable[list[Any]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, len(heads) - 1, _WIDTH)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats.head)
    sheet.freeze_panes(1, 0)
    for number, values in enumerate(rows, start=1):
        write_values(sheet, number, values, formats)
