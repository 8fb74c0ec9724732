"""The tasks of a document, stage by stage: units, groups of sentences, bodies, deadline, product, standing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from vanban.results import Due, Passage, Recurrence, Task
from vanban.structure.document import PartTree, Structure
from vanban.tasks.actors import Cast, Scope, actors_of, cast_of, scope_of, with_text
from vanban.tasks.addressees import find_addressee
from vanban.tasks.cells import bodies_in, leads_in
from vanban.tasks.clauses import read_sentences
from vanban.tasks.common_deadlines import end_of, with_common_deadlines
from vanban.tasks.confidence import confidence_of
from vanban.tasks.context import Context, Inherited
from vanban.tasks.continuations import has_a_sentence_a_line, joined
from vanban.tasks.coordinators import find_coordinators
from vanban.tasks.due import due_of_field, due_of_label, find_due
from vanban.tasks.grouping import group_sentences, order_of
from vanban.tasks.labels import Labelled, labels_of
from vanban.tasks.passages import find_condition, find_measures, find_resources, find_responsibility
from vanban.tasks.predicates import starts_predicate
from vanban.tasks.products import Output, find_product, named_product, sent_result
from vanban.tasks.splitting import Group, is_conditional_report
from vanban.tasks.standing import is_exhortation
from vanban.tasks.subject import find_subject
from vanban.tasks.tables import Columns, Row, task_rows
from vanban.tasks.units import Role, Unit, units_of
from vanban.tasks.zones import Zone
from vanban.text.bodies import Body
from vanban.text.recurrences import find_occasion, find_period
from vanban.text.sentences import sentences
from vanban.text.tokens import Tokens
from vanban.text.working_days import WorkingCalendar
from vanban.types import Span

WHEN_IT_ARISES = "khi phát sinh"
"""Label of the recurrence of conditional reports (gold guide, section 3)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all tasks of a document share: its text, its date, the commune it is about."""

    text: str
    today: date | None
    scope: Scope
    kind: str | None
    calendar: WorkingCalendar | None = None


def extract_tasks(
    structure: Structure, *, today: date | None, kind: str | None, calendar: WorkingCalendar | None = None
) -> tuple[Task, ...]:
    """Return the tasks of ``structure`` in document order. ``today`` is the document's own date, if it is known."""
    setting = Setting(structure.text, today, scope_of(structure), kind, calendar)
    found: list[Task] = []
    for part in structure.parts:
        context = Context(structure.text, part)
        units = joined(
            units_of(part, document_kind=kind), structure.text, a_sentence_a_line=has_a_sentence_a_line(part)
        )
        found.extend(_part_tasks(tuple(units), context, setting))
    found = [replace(task, confidence=confidence_of(task, kind)) for task in found]
    tasks = tuple(sorted(found, key=lambda task: task.start))
    return with_common_deadlines(tasks, structure, today=today, calendar=calendar)


def _part_tasks(units: tuple[Unit, ...], context: Context, setting: Setting) -> list[Task]:
    """The tasks of a part; an order whose list turns out to hold no tasks is a task itself."""
    found: list[Task] = []
    silent: list[Unit] = []
    columns: Columns | None = None
    for unit in units:
        if unit.role is Role.TABLE:
            tasks, columns = _table_tasks(unit, setting, columns)
        else:
            tasks = list(_unit_tasks(unit, context, setting))
        found.extend(tasks)
        if not tasks and unit.role is Role.LEAD_IN:
            silent.append(unit)
    starts = sorted(task.start for task in found)
    for unit in silent:
        governed = unit.node if unit.node.children else unit.node.parent or unit.node
        following = bisect_left(starts, unit.start)
        if following == len(starts) or starts[following] >= end_of(governed):
            found.extend(_bare_order(unit, context, setting))
    return found


def _bare_order(unit: Unit, context: Context, setting: Setting) -> Iterator[Task]:
    """ "Yêu cầu Sở A báo cáo số liệu sau:" above a list of figures."""
    group = order_of(unit, setting.text)
    if group is not None:
        inherited = context.of(unit.node)
        cast = cast_of(group, setting.text, inherited, None)
        yield _task(unit, group, _resolved(cast, inherited, setting.scope), setting)


_LENIENT_KINDS = frozenset(
    {"chi_thi", "cong_dien", "nghi_quyet", "ke_hoach", "chuong_trinh", "ket_luan", "de_an", "huong_dan"}
)


def _unit_tasks(unit: Unit, context: Context, setting: Setting) -> Iterator[Task]:
    inherited = context.around(unit.node) if unit.role is Role.CLOSING else context.of(unit.node)
    labelled = labels_of(unit.node)
    if labelled.values.keys() & {"leads", "coordinators", "product"}:
        if not _CITATIONS.match(setting.text, unit.start, unit.end):
            further = _after_first_sentence(labelled, setting.text)
            yield _labelled_task(unit, labelled, inherited, setting)
            yield from _further_orders(unit, further, setting)
        return
    has_lead = inherited is not None and inherited.source != "addressees"
    lenient = unit.zone is Zone.DIRECTIVE or has_lead or setting.kind in _LENIENT_KINDS
    before: Cast | None = None
    under_body = context.is_for_its_body(unit.node) if _is_item(unit) else context.is_below_a_name(unit.node)
    for group in group_sentences(
        unit, setting.text, has_lead=has_lead or inherited is not None, lenient=lenient, under_body=under_body
    ):
        cast = cast_of(group, setting.text, inherited, before)
        before = cast
        if not cast.leads and not context.assigns_by_labels(unit.node):
            continue
        task = _task(unit, group, _resolved(cast, inherited, setting.scope), setting)
        yield _dated_by_label(task, labelled, setting)


_CITATIONS = re.compile(r"(?:Điều|khoản|điểm)\s+\w{1,3}\b(?:[^.:]{0,40};\s*(?:Điều|khoản|điểm)\s|\s*[;,.]?\s*$)", re.I)
"""A line that goes on with a list of articles is no task, whatever labels follow it."""


def _after_first_sentence(labelled: Labelled, text: str) -> Span | None:
    """What a label of leads says behind its first sentence; the label then ends with that sentence."""
    leads = labelled.values.get("leads")
    found = list(sentences(text, *leads)) if leads else []
    if leads is None or len(found) <= 1:
        return None
    labelled.values["leads"] = found[0]
    return Span(found[1].start, leads.end)


def _further_orders(unit: Unit, span: Span | None, setting: Setting) -> Iterator[Task]:
    """ "… Đồng thời, các xã tiếp tục rà soát …" within a label: an order of its own."""
    for one in read_sentences(setting.text, span.start, span.end) if span else ():
        if one.subject is not None and not one.subject.heading:
            group = Group([one], "label-order", one.span.start, one.span.end, subject=one.subject)
            yield _task(unit, group, _resolved(cast_of(group, setting.text, None, None), None, setting.scope), setting)


def _is_item(unit: Unit) -> bool:
    line = unit.node.line
    return line is not None and line.marker is not None and not unit.node.children


def _dated_by_label(task: Task, labelled: Labelled, setting: Setting) -> Task:
    """ "Thời gian hoàn thành …" below a task that names its bodies itself."""
    span = labelled.values.get("due")
    due = (
        due_of_label(setting.text, span, setting.today, setting.calendar)
        if span and (task.due is None or not task.due.value)
        else None
    )
    return replace(task, due=due, standing=False) if due else task


def _resolved(cast: Cast, inherited: Inherited | None, scope: Scope) -> Cast:
    around = inherited.leads if inherited else ()
    leads = tuple(scope.resolve(body, around) for body in cast.leads)
    coordinators = tuple(scope.resolve(body) for body in cast.coordinators)
    return Cast(leads, coordinators, cast.source, cast.inherited_from)


def _task(unit: Unit, group: Group, cast: Cast, setting: Setting) -> Task:
    text = setting.text
    start, end = trim_task(text, group.start, group.end)
    tokens = Tokens(text, start, end)
    due = find_due(text, start, end, setting.today, setting.calendar)
    recurrence = _recurrence(text, start, end)
    subject = find_subject(tokens)
    order = subject.predicate if subject else 0
    product = None if group.formula else _passage(text, find_product(tokens, order))
    addressee = _passage(text, find_addressee(tokens, order)) if product else None
    standing = group.formula or (not _is_definite(due, recurrence, product) and is_exhortation(tokens, order))
    return Task(
        section=unit.section, text=text[start:end], start=start, end=end,
        leads=_names(cast.leads), lead_source=cast.source, coordinators=_names(cast.coordinators),
        actors=with_text(actors_of(cast), text), measures=find_measures(text, start, end),
        responsibility=find_responsibility(text, start, end), condition=find_condition(text, start, end),
        due=due, recurrence=recurrence, product=product, submit_to=addressee,
        resources=find_resources(text, start, end), standing=standing,
        why=group.why,
        leads_inherited_from=cast.inherited_from,
    )  # fmt: skip


def _is_definite(due: Due | None, recurrence: Recurrence | None, product: Passage | None) -> bool:
    """A product, a period or a deadline that is more than haste makes a task one that can be checked."""
    return bool(product or recurrence or (due and due.kind != "vague"))


def _names(bodies: tuple[Body, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body.name for body in bodies))


def _passage(text: str, found: Output | None) -> Passage | None:
    if found is None:
        return None
    start, end = found.span
    return Passage(text[start:end], start, end, found.why)


def _recurrence(text: str, start: int, end: int) -> Recurrence | None:
    period = find_period(text, start, end)
    if period and period.kind != "other":
        return Recurrence(period.kind, text[period.start : period.end], period.start, period.end)
    if is_conditional_report(text[start:end]):
        condition = find_condition(text, start, end)
        if condition:
            return Recurrence("other", WHEN_IT_ARISES, condition.start, condition.end)
    occasion = None if period else find_occasion(text, start, end)
    if occasion:
        return Recurrence("other", WHEN_IT_ARISES, occasion.start, occasion.end)
    return Recurrence("other", text[period.start : period.end], period.start, period.end) if period else None


_NOTE = re.compile(r"\s*\(?\s*(?:đính|có|gửi)?\s*kèm(?:\s+theo)?\b[^()]*\)\.?\s*$", re.I)
_LONGEST_NOTE = 300
_TAIL = re.compile(r"(?:\s*\./\.?|\s*[:;/*]|\s+\*\w{1,4}\*?|(?<=\.)\s+[a-z]{1,4})\s*$", re.I)
_LONGEST_TAIL = 20


def trim_task(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without the closing "./.", a colon, a semicolon or a note such as "(đính kèm …)" at the end."""
    while found := _tail(text, start, end):
        if found.start() <= start:
            break
        end = found.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _tail(text: str, start: int, end: int) -> re.Match[str] | None:
    tail = _TAIL.search(text, max(start, end - _LONGEST_TAIL), end)
    closes = ")" in text[max(start, end - _LONGEST_TAIL) : end]
    return tail or (_NOTE.search(text, max(start, end - _LONGEST_NOTE), end) if closes else None)


def _labelled_task(unit: Unit, labelled: Labelled, inherited: Inherited | None, setting: Setting) -> Task:
    text = setting.text
    content = labelled.values.get("content")
    named = named_product(Tokens(text, unit.start, unit.end)) is not None
    whole = (
        content if content and not named and _orders(text, content) else Span(unit.start, labelled.opens_at or unit.end)
    )
    start, end = trim_task(text, *whole)
    cast = _cast_of_fields(labelled.values, setting)
    if not cast.leads and inherited:
        cast = Cast(inherited.leads, cast.coordinators, inherited.source, inherited.span)
    above = unit.node.parent
    given = above is not None and _TAKES_AS_GIVEN.match(above.text) is not None
    return _field_task(
        unit.section, Span(start, end), labelled.values, cast, setting, why="labelled-lines", given=given
    )


_TABLE_ROW = "table-row"
_TAKES_AS_GIVEN = re.compile(r"(?:tham\s+gia\s+)?góp\s+ý|tham\s+gia\s|(?:tổ\s+chức\s+)?triển\s+khai", re.I)
"""Headings under which a document that is named is an input, no product."""


def _orders(text: str, span: Span) -> bool:
    """True for the value of a content label that says what to do; the line above it is then only a title."""
    return span.end > span.start and starts_predicate(Tokens(text, *span), 0)


def _table_tasks(unit: Unit, setting: Setting, before: Columns | None) -> tuple[list[Task], Columns | None]:
    """The tasks of a table, and its columns for the table that goes on with it."""
    table = unit.node.line.table if unit.node.line else None
    if table is None:
        return [], before
    rows, columns = task_rows(setting.text, table, before)
    return [_row_task(unit, row, setting) for row in rows], columns or before


def _row_task(unit: Unit, row: Row, setting: Setting) -> Task:
    span = Span(*trim_task(setting.text, *row.fields["task"]))
    cast = _cast_of_fields(row.fields, setting, row.marked)
    return _field_task(unit.section, span, row.fields, cast, setting, why=_TABLE_ROW)


def _cast_of_fields(fields: dict[str, Span], setting: Setting, marked: tuple[Span, ...] = ()) -> Cast:
    leads, partners = leads_in(setting.text, fields.get("leads"), setting.scope)
    leads = (*leads, *(body for span in marked for body in bodies_in(setting.text, span, setting.scope)))
    coordinators = (*partners, *bodies_in(setting.text, fields.get("coordinators"), setting.scope))
    if not coordinators and "coordinators" not in fields and "task" in fields:
        named_partners = find_coordinators(Tokens(setting.text, *fields["task"]))
        coordinators = tuple(setting.scope.resolve(body) for body in named_partners)
    named = {body.name for body in leads}
    return Cast(leads, tuple(body for body in coordinators if body.name not in named), "explicit" if leads else None)


def _field_task(
    section: str, span: Span, fields: dict[str, Span], cast: Cast, setting: Setting, *, why: str, given: bool = False
) -> Task:
    text = setting.text
    due_span = fields.get("due")
    due = due_of_field(text, due_span, span, setting.today, setting.calendar)
    recurrence = _recurrence(text, due_span.start, due_span.end) if due_span else None
    product = _field_product(text, span, fields, given=given)
    delivery = fields["leads"] if product and product.why == "product-result-sent" and "leads" in fields else span
    addressee = _field_passage(text, fields.get("submit_to"), "submit-label") or _passage(
        text, find_addressee(Tokens(text, *delivery))
    )
    return Task(
        section=section, text=text[span.start : span.end], start=span.start, end=span.end,
        leads=_names(cast.leads), lead_source=cast.source, coordinators=_names(cast.coordinators),
        actors=with_text(actors_of(cast), text), due=due, recurrence=recurrence or _recurrence(text, *span),
        product=product, submit_to=addressee if product else None,
        issuing_body=_field_passage(text, fields.get("issuer"), "issuer-label"),
        authority=_field_passage(text, fields.get("approver"), "approver-label"),
        resources=_field_passage(text, fields.get("resources"), "resources-label"),
        standing=(why != _TABLE_ROW or not cast.leads)
        and not _is_definite(due, recurrence, product)
        and is_exhortation(Tokens(text, *span)),
        why=why, leads_inherited_from=cast.inherited_from,
    )  # fmt: skip


def _field_product(text: str, span: Span, fields: dict[str, Span], *, given: bool) -> Passage | None:
    """The labelled product; else one named in the task line, which may be nothing but a product's name."""
    labelled = _field_passage(text, fields.get("product"), "product-label")
    tokens = Tokens(text, *span)
    if labelled is None and "leads" in fields:
        labelled = _passage(text, sent_result(Tokens(text, *fields["leads"])))
    return labelled or _passage(text, find_product(tokens) or (None if given else named_product(tokens)))


def _field_passage(text: str, span: Span | None, why: str) -> Passage | None:
    if span is None:
        return None
    end = span.end
    while end > span.start and text[end - 1] in ".;, \n\t":
        end -= 1
    return Passage(text[span.start : end], span.start, end, why) if end > span.start else None


__all__ = ["PartTree", "extract_tasks"]
