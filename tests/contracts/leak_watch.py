"""The watch over the places: who looks where, and what must not come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from django.urls import reverse
from tests.contracts.entries import GRANTED, Entry
from tests.contracts.leak_addresses import ObjectsOf, addresses_of, lists_as_files, pages_without_object, searches
from tests.contracts.leak_marks import Marks, held_now, kinds_without_rows, mark_new_rows, tokens_in
from tests.contracts.leak_plots import READER, Plot, make_plots
from tests.contracts.leak_visits import Answer, Visitor
from tests.contracts.objects import sign_in_without_duties
from tests.personas import World

from sauro.accounts.models import User
from sauro.difficulties.policies import difficulty_policy
from sauro.documents.policies import document_policy
from sauro.reporting.services.board_cells import fold_changes
from sauro.tasks.models import Wait
from sauro.tasks.policies import assignment_policy

LOOKS_AROUND = ("neighbour", "dang")
"""Who looks at every page that needs no object, and into every list as a file."""

COUNTING = ("home", "my-work", "assignment-list", "given-list", "document-list", "difficulty-list", "board", "run-list")
"""Pages that count: what they say to a neighbour may not change by the records of others."""

CALLERS = {"tinh": ("neighbour",), "xa": ("sibling", "outsider"), "dang": ("tinh", "administrator")}
"""Who calls at the objects of a place: from beside, from outside, from another domain, from above it all."""

SENDERS = {"tinh": "neighbour", "xa": "sibling", "dang": "outsider"}
"""Who sends there what can be sent."""

SEARCHERS = (("neighbour", "xa"), ("dang", "tinh"))
"""Who searches for the words of which place."""

READ_ALONE = "tinh"
"""The place whose reader sends everything that can be sent."""

SEEN_THROUGH = "xa"
"""The place whose members look at what is theirs: the objects are the same everywhere."""

# What the administrator sees of everybody: the history of acts by codes, what is to be purged, figures of the
# machine. No word of a record is among it but the reason of a purge, which is given without words of the document.
ADMINISTERED = frozenset({"event-list", "purge-list", "accuracy", "document-purge", "purge-withdraw", "purge-confirm"})

FROM_ABOVE = frozenset({"checklist-template-edit", "checklist-template-list", "api:list_checklist_templates"})
"""What a unit keeps for everybody below it, the sibling too."""

OWN_AFFAIRS = frozenset({"listings_listchoice", "accounts_apiallowance"})
"""Tables of what somebody keeps for themselves, or is counted of their own requests."""

MEMBERS = ("keeper", "doer", "second")
"""Who looks at what is theirs: the giver, the body that does the work, the body that has a part in it."""

POLICIES = {"NV": assignment_policy, "VB": document_policy, "KN": difficulty_policy}
"""Whose codes even a member sees only of what they may open, by the letters the code begins with."""

SHOWN_ON = frozenset(
    {
        "document-detail", "desk", "assignment-detail", "comment-list", "difficulty-detail", "explanation-answer",
        "product-file", "status-report-detail", "report-detail", "plan-detail",
    }
)  # fmt: skip
"""The pages on which members are shown most of what there is."""

MUST_SEE = frozenset(
    {
        "content of a file", "documents.Document.subject", "documents.ExtractedText.text", "tasks.Assignment.wording",
        "tasks.Assignment.source_text", "tasks.ProgressReport.text", "tasks.DeadlineChange.reason", "tasks.Wait.reason",
        "tasks.ProductVersion.text", "discussions.Comment.text", "difficulties.Difficulty.text",
        "difficulties.Difficulty.answer", "difficulties.Forwarding.reason", "notices.Explanation.question",
        "status_reports.StatusReport.remarks",
    }
)  # fmt: skip
"""Columns of which members must have seen a word: what is looked for from outside is there to be seen."""


class _NoticedError(Exception):
    """Something was found where only one finding was asked for."""


@dataclass
class Watch:
    """The places with their words, everybody who looks, and what was found.

    ``counted_before`` is what the pages that count told before there were records; ``wanted`` names the only pages to
    look at, or is none for all.
    """

    world: World
    table: Sequence[Entry]
    plots: dict[str, Plot] = field(default_factory=dict)
    marks: dict[str, Marks] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    counted_before: dict[str, str] = field(default_factory=dict)
    wanted: Set[str] | None = None

    @cached_property
    def visitors(self) -> dict[str, Visitor]:
        """Everybody who looks around, by name. Whoever is named like a place is its head of office."""
        users = self.world.users
        named = {
            "outsider": users["outsider"], "administrator": users["admin"], "neighbour": users["office_b"],
            "sibling": self.plots["xa"].sibling,
        }  # fmt: skip
        named |= {name: plot.members["keeper"] for name, plot in self.plots.items()}
        return {name: Visitor(name, user) for name, user in named.items()}

    def settle(self) -> None:
        """Make the places and their people, without records."""
        sign_in_without_duties(self.world)
        self.plots = {plot.name: plot for plot in make_plots(self.world)}

    def fill(self) -> set[str]:
        """Make the records and put the words in; return the kinds of rows of which there is none."""
        empty: set[str] = set()
        for plot in self.plots.values():
            before = held_now()
            plot.fill()
            files = {plot.objects.word: "content of a file", plot.objects_apart.word: "content of a file"}
            self.marks[plot.name] = mark_new_rows(before, files)
            empty |= kinds_without_rows(before)
        fold_changes()
        return empty

    def sees(self, look: Callable[[Watch], object], pages: Set[str]) -> bool:
        """Tell whether a look at these pages alone finds anything; it ends with the first, which is not kept."""
        held, self.wanted = list(self.findings), pages
        try:
            look(self)
        except _NoticedError:
            return True
        finally:
            self.findings, self.wanted = held, None
        return False

    def count(self) -> dict[str, str]:
        """Have a neighbour fetch the pages that count, frame and all; return what each told."""
        visitor = self.visitors["neighbour"]
        names = [name for name in COUNTING if self._is_wanted(name)]
        return {name: visitor.get(reverse(name), part=False).lasting for name in names}

    def compare(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Note every page that tells a neighbour that there are records now."""
        for name, text in after.items():
            if before[name] != text:
                self._note(f"{name} tells that there are records now: {_difference(before[name], text)}")

    def look_around(self) -> None:
        """Have outsiders fetch every page that needs no object, and every list with all its columns as a file."""
        for visitor in (self.visitors[name] for name in LOOKS_AROUND):
            for page, address in (*pages_without_object(self.table), *lists_as_files()):
                if self._is_wanted(page):
                    self._watched(visitor, page, visitor.get(address))

    def look_for_words(self) -> None:
        """Have outsiders search for what a place holds, and narrow lists by it."""
        for name, place in SEARCHERS:
            visitor, plot = self.visitors[name], self.plots[place]
            words = {column: word for word, column in self.marks[place].words.items()}
            for page, address in searches(words, plot):
                if self._is_wanted(page):
                    self._watched(visitor, page, visitor.get(address))

    def look_at_objects(self) -> None:
        """Have outsiders fetch the pages of every object, and send everything that can be sent there."""
        for plot in self.plots.values():
            objects = ObjectsOf(plot)
            for entry in self.table:
                names = CALLERS[plot.name] if entry.method == "get" else (SENDERS[plot.name],)
                for address in self._addresses_inside(plot, entry, objects):
                    for name in names:
                        self._call(self.visitors[name], entry, address, objects)

    def read_alone(self) -> None:
        """Have the reader of a place send what can be sent there: nothing may be written.

        Where the permission table says that the inspector is refused, its own test has seen the refusal.
        """
        plot = self.plots[READ_ALONE]
        reader, objects = Visitor(READER, plot.members[READER]), ObjectsOf(plot)
        for entry in self.table:
            if entry.method == "get" or "inspector" in entry.refused:
                continue
            for address in self._addresses_inside(plot, entry, objects):
                answer = reader.send(entry.method, address, entry.form_data(objects), entry.encoding())
                self._note_writes(answer)

    def look_as_members(self) -> set[str]:
        """Have the members of a place look at the main pages of what is theirs; return the columns they saw a word of.

        None of them may learn a code of what they may not open: who has a part of the work, that of the whole.
        """
        plot, seen = self.plots[SEEN_THROUGH], set[str]()
        words, objects = self.marks[plot.name].words, ObjectsOf(plot)
        entries = [entry for entry in self.table if entry.name in SHOWN_ON and entry.method == "get"]
        pages = [address for entry in entries for address in self._addresses_inside(plot, entry, objects)]
        for role in MEMBERS:
            member = Visitor(role, plot.members[role])
            hidden = self._codes_hidden_from(plot, plot.members[role])
            for address in dict.fromkeys([*pages, *plot.pages_of_part()]):
                answer = member.get(address)
                seen |= {words[word] for word in answer.tokens & words.keys()}
                if leaked := answer.tokens & hidden:
                    self._note(f"{answer.request} gives away {', '.join(sorted(leaked))}")
        return seen

    def _codes_hidden_from(self, plot: Plot, user: User) -> set[str]:
        actor = plot.world.actor(next(name for name, one in plot.world.users.items() if one == user))
        seen: set[str] = set()
        for policy in POLICIES.values():
            seen |= set(policy.visible(actor).values_list("code", flat=True))
        # Who waits for a coordinator's part names it, in the wait and when handing in without it.
        works = assignment_policy.visible(actor)
        seen |= set(Wait.objects.filter(assignment__in=works).values_list("part__code", flat=True))
        return {code for code in self.marks[plot.name].codes if code[:2] in POLICIES} - seen

    def _is_wanted(self, page: str) -> bool:
        return self.wanted is None or page in self.wanted

    def _addresses_inside(self, plot: Plot, entry: Entry, objects: ObjectsOf) -> Iterator[str]:
        """Yield the addresses of an entry that lead to something of a place."""
        if not self._is_wanted(entry.name):
            return
        for address in addresses_of(entry, objects):
            if tokens_in(address) & self.marks[plot.name].tokens:
                yield address

    def _call(self, visitor: Visitor, entry: Entry, address: str, objects: ObjectsOf) -> None:
        if entry.method == "get":
            answer = self._watched(visitor, entry.name, visitor.get(address))
        else:
            sent = visitor.send(entry.method, address, entry.form_data(objects), entry.encoding())
            answer = self._watched(visitor, entry.name, sent)
            self._note_writes(answer)
        is_open = entry.ok >= GRANTED or (visitor.name == "administrator" and "admin" in entry.ok)
        is_open |= visitor.name == "sibling" and entry.name in FROM_ABOVE
        if not answer.is_refused and not is_open:
            self._note(f"{answer.request} is answered with {answer.status}")

    def _watched(self, visitor: Visitor, name: str, answer: Answer) -> Answer:
        """Note what an answer gives away of places that are not the visitor's."""
        for place, marks in self.marks.items():
            hidden = marks.tokens if place != visitor.name else set()
            if visitor.name == "administrator" and name in ADMINISTERED:
                hidden = {word for word, column in marks.words.items() if not column.startswith("documents.Purge.")}
            if visitor.name == "sibling" and name in FROM_ABOVE:
                hidden = {word for word, column in marks.words.items() if "ChecklistTemplate" not in column}
            if leaked := answer.tokens & hidden:
                named = sorted({marks.words.get(one, one) for one in leaked})
                self._note(f"{answer.request} gives away of {place}: {', '.join(named)}")
        return answer

    def _note_writes(self, answer: Answer) -> None:
        if written := answer.writes - OWN_AFFAIRS:
            self._note(f"{answer.request} writes to {', '.join(sorted(written))}")

    def _note(self, finding: str) -> None:
        self.findings.append(finding)
        if self.wanted is not None:
            raise _NoticedError


def _difference(before: str, after: str) -> str:
    old, new = before.splitlines(), after.splitlines()
    lines = [line.strip() for line in new if line not in old] or [line.strip() for line in old if line not in new]
    return " | ".join(lines)[:300]
