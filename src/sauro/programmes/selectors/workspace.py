"""What the workspace shows: left what is asked, in the middle the outline with its lines."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.programmes.enums import FAULTS, WRITABLE, EntryKind, MarkKind, SectionRole, Step
from sauro.programmes.models import Demand, Entry, Programme, Remark, Section
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.coverage import Proposal, ShownDemand, Source, demands_of, proposals, sources_of
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.selectors.outline import PlacedSection, ordered_sections
from sauro.programmes.selectors.starting import sees_all_sources
from sauro.programmes.selectors.values import Disagreement, Settled, decidable_line, disagreements, settled_words
from sauro.programmes.steps import STEPS, steps_from
from sauro.targets.models import YearLine
from vanban.results import Severity


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A mark with its name; ``is_fault`` counts against the line. ``asked`` and ``taken`` are values side by side."""

    kind: str
    label: str | Promise
    text: str
    source: str
    passage: str
    is_fault: bool
    asked: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """What the rules say of a piece of the composed document; matters of style are no fault."""

    code: str
    text: str
    message: str
    is_fault: bool


Findings = Mapping[str, tuple[ShownFinding, ...]]


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A line with its number in the annex order, its marks, and how many demands it answers."""

    entry: Entry
    number: str
    marks: tuple[ShownMark, ...]
    answers: int
    findings: tuple[ShownFinding, ...] = ()

    @property
    def faults(self) -> tuple[ShownMark, ...]:
        """The marks that count against it."""
        return tuple(one for one in self.marks if one.is_fault)

    @property
    def hints(self) -> tuple[ShownMark, ...]:
        """The other marks."""
        return tuple(one for one in self.marks if not one.is_fault)


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its lines and open remarks. ``held_by`` names somebody else who edits it now."""

    placed: PlacedSection
    entries: tuple[ShownEntry, ...]
    remarks: tuple[Remark, ...]
    held_by: str
    findings: tuple[ShownFinding, ...] = ()

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.placed.section

    @property
    def takes_entries(self) -> bool:
        """Tell whether lines stand below it."""
        return self.section.role != SectionRole.TEXT


@dataclass(frozen=True, slots=True)
class OpenDemand:
    """The demand somebody looks at, with the lines that might answer it and the sections a new line could go to.

    ``settled`` is the value that people settled on instead of the one it asks for, ``decidable`` the year in the
    register of targets on which the actor may decide for another one.
    """

    shown: ShownDemand
    proposals: tuple[Proposal, ...]
    settled: Settled | None
    decidable: YearLine | None
    sections: tuple[PlacedSection, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A programme with its three columns and what the actor may do; ``findings`` are those of the whole document."""

    programme: Programme
    sections: tuple[ShownSection, ...]
    sources: tuple[Source, ...]
    source: Source | None
    disagreements: tuple[Disagreement, ...]
    demands: tuple[ShownDemand, ...]
    opened: OpenDemand | None
    may_write: bool
    steps: tuple[Step, ...]
    sees_all_sources: bool
    findings: tuple[ShownFinding, ...] = ()

    @property
    def open_share(self) -> int:
        """How many of a hundred demands are dealt with; 100 without any."""
        total = self.programme.figure("demands")
        return 100 if not total else round(100 * (total - self.programme.figure("open")) / total)


def visible_programme(actor: Actor, pk: UUID) -> Programme:
    """Return a programme whose words the actor may read. Raises ``NotVisible``."""
    base = Programme.objects.select_related("unit__territory", "unit__parent", "replaces")
    return programme_policy.get_visible(actor, pk, base=base)


ONLY: Mapping[str, tuple[str | Promise, Callable[[ShownEntry], bool]]] = {
    "thieu": (_("Chỉ hiện dòng chưa đủ 6 rõ."), lambda line: any(one.kind == MarkKind.MISSING for one in line.marks)),
    "loi": (_("Chỉ hiện dòng có lỗi."), lambda line: bool(line.faults)),
    "soat": (_("Chỉ hiện dòng và mục có phát hiện khi soát."), lambda line: bool(line.findings)),
}
"""What the middle may be narrowed to: its sentence, and whether a line is shown."""


def get_workspace(actor: Actor, pk: UUID, *, source: str = "", demand: str = "", only: str = "") -> Workspace:
    """Return the workspace. ``source`` and ``demand`` name what is open on the left, ``only`` one of :data:`ONLY`;
    unknown ones are ignored."""
    programme = visible_programme(actor, pk)
    findings = findings_of(programme)
    sections = shown_sections(actor, programme, findings)
    sources = sources_of(programme)
    chosen = _chosen(sources, source)
    demands = demands_of(programme, chosen.key) if chosen else []
    settled = settled_words(programme) if demand else {}
    return Workspace(
        programme=programme,
        sections=tuple(_narrowed(sections, only)),
        sources=tuple(sources),
        source=chosen,
        disagreements=tuple(disagreements(actor, programme)),
        demands=tuple(demands),
        opened=_opened(actor, demands, demand, sections, settled),
        may_write=programme.state in WRITABLE and programme_policy.can(actor, "write", programme),
        steps=allowed_steps(actor, programme),
        sees_all_sources=sees_all_sources(actor, programme),
        findings=findings.get("", ()),
    )


def _narrowed(sections: Sequence[ShownSection], only: str) -> Iterator[ShownSection]:
    if only not in ONLY:
        yield from sections
        return
    _sentence, is_shown = ONLY[only]
    for one in sections:
        entries = tuple(line for line in one.entries if is_shown(line))
        if entries or (only == "soat" and one.findings):
            yield replace(one, entries=entries)


def allowed_steps(actor: Actor, programme: Programme) -> tuple[Step, ...]:
    """Return the steps that the actor may take now, as far as rights decide."""
    possible = steps_from(programme.state)
    if not programme.needs_council:
        possible = [one for one in possible if one != Step.TO_COUNCIL]
    allowed = programme_policy.allowed(actor, {STEPS[one].action for one in possible}, programme)
    return tuple(one for one in possible if STEPS[one].action in allowed)


def shown_sections(actor: Actor, programme: Programme, findings: Findings) -> list[ShownSection]:
    """Return the sections with their lines and findings. Takes the same number of queries for any number of lines."""
    by_section: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in marked_entries(programme):
        by_section[entry.section_id].append(entry)
    remarks: dict[UUID, list[Remark]] = defaultdict(list)
    for remark in Remark.objects.filter(section__programme=programme, closed_at__isnull=True):
        remarks[remark.section_id].append(remark)
    answers = Counter(
        Demand.objects.filter(programme=programme, answers__isnull=False).values_list("answers__entry_id", flat=True)
    )
    found, number = list[ShownSection](), 0
    for placed in ordered_sections(programme):
        entries = list[ShownEntry]()
        for entry in by_section.get(placed.section.pk, ()):
            number += 1
            said = findings.get(str(entry.pk), ()) if _stands(programme, entry.changed_at) else ()
            entries.append(_shown_entry(entry, number, answers[entry.pk], said))
        held_by = _holder(actor, placed.section) if programme.state in WRITABLE else ""
        said = findings.get(str(placed.section.pk), ()) if _stands(programme, placed.section.changed_at) else ()
        found.append(ShownSection(placed, tuple(entries), tuple(remarks.get(placed.section.pk, ())), held_by, said))
    return found


def findings_of(programme: Programme) -> Findings:
    """Return what the rules said of the composed document, by the identity of the section or line; "" is the whole."""
    found: dict[str, list[ShownFinding]] = defaultdict(list)
    for one in programme.findings:
        shown = ShownFinding(one["code"], one["text"], one["message"], one["severity"] != Severity.INFO)
        found[one["pk"]].append(shown)
    return {key: tuple(held) for key, held in found.items()}


def _stands(programme: Programme, changed_at: dt.datetime | None) -> bool:
    """Tell whether the check saw the words as they are: what changed since is checked anew before it is shown."""
    return programme.checked_at is not None and (changed_at is None or changed_at <= programme.checked_at)


def _holder(actor: Actor, section: Section) -> str:
    held = section.held_until is not None and section.held_until > now() and section.held_by_id != actor.user_id
    return section.held_by_name if held else ""


def _shown_entry(entry: Entry, number: int, answers: int, said: tuple[ShownFinding, ...]) -> ShownEntry:
    marks = tuple(
        ShownMark(
            one["kind"], MarkKind(one["kind"]).label, one["text"], one.get("source", ""), one.get("passage", ""),
            MarkKind(one["kind"]) in FAULTS, one.get("asked", ""), one.get("taken", ""),
        )
        for one in entry.marks
    )  # fmt: skip
    return ShownEntry(entry, str(number), marks, answers, said)


def _chosen(sources: Sequence[Source], key: str) -> Source | None:
    named = next((one for one in sources if one.key == key), None)
    return named or next((one for one in sources if one.open), None) or (sources[0] if sources else None)


def _opened(
    actor: Actor, demands: Sequence[ShownDemand], key: str, sections: Sequence[ShownSection],
    settled: Mapping[UUID, Settled],
) -> OpenDemand | None:  # fmt: skip
    shown = next((one for one in demands if str(one.demand.pk) == key), None)
    if shown is None:
        return None
    role = SectionRole.TARGETS if shown.demand.kind == EntryKind.TARGET else SectionRole.TASKS
    answered = {one.entry_id for one in shown.answers}
    entries = [
        (one.entry, one.number) for section in sections for one in section.entries if one.entry.pk not in answered
    ]
    open_sections = tuple(one.placed for one in sections if one.section.role == role)
    chosen = settled.get(shown.demand.ask_id) if shown.demand.ask_id else None
    decidable = decidable_line(actor, shown.demand)
    return OpenDemand(shown, tuple(proposals(shown.demand, entries)), chosen, decidable, open_sections)
