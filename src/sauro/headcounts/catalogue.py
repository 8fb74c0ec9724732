"""What is counted, and which count is held against which: the figures of the report, each declared once.

A *group* is a set of people or offices; a *trait* narrows it. ``group.trait`` is the code of a count. A *figure* names
two counts, its numerator and its denominator, so that no page, sentence or file can put another one below the line.

Counts of a group: ``group`` (how many there are), ``group.approved`` (how many posts or places are laid down), and
``group.within`` (how many of the people stand within them). A trait that dossiers may leave out is held against those
whose dossiers state it, ``group.known_…``; who is missing there is shown apart and never counted as lacking it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.common.domains import Domain
from sauro.headcounts.enums import Age, Meets, Office, Side
from sauro.workforce.enums import Block, FactKind, Sex
from sauro.workforce.fields import FACTS

Label = str | Promise
Values = frozenset[object]
Condition = Mapping[str, Values]
"""Dimensions with the values that are meant; all of them must hold."""

_ALL = frozenset(Domain)
APPROVED, WITHIN, VACANT = "approved", "within", "vacant"


def _levels(kind: FactKind, *values: str) -> Values:
    return frozenset(FACTS[kind].level_of(value) for value in values)


def _any_level(kind: FactKind) -> Values:
    return frozenset(range(1, len(FACTS[kind].choices) + 1))


@dataclass(frozen=True, slots=True)
class Group:
    """A set of people that figures are about. ``domains``: those whose dossiers can hold it.

    ``has_places``: a number of places is laid down for it, so that it can be short of people.
    """

    code: str
    label: Label
    condition: Condition
    domains: frozenset[Domain] = _ALL
    has_places: bool = True


@dataclass(frozen=True, slots=True)
class Trait:
    """What some of a group have. ``known`` names the count of those of whom it is known at all; empty: of everybody.

    A sensitive one is opened for counting only: its counts open no list; most readers know only what was released.
    ``is_of_some``: whom the count named by ``known`` leaves out is not unknown, the trait does not concern them.
    """

    code: str
    label: Label
    condition: Condition
    known: str = ""
    is_sensitive: bool = False
    is_of_some: bool = False


GROUPS: Mapping[str, Group] = MappingProxyType(
    {
        group.code: group
        for group in (
            Group("everyone", _("Cán bộ, công chức, viên chức"), {"in_post": frozenset({True})}),
            Group(
                "officials", _("Cán bộ, công chức"),
                {"in_post": frozenset({True}), "block": frozenset({Block.OFFICIALS.value})},
            ),
            Group(
                "employees", _("Viên chức"),
                {"in_post": frozenset({True}), "block": frozenset({Block.EMPLOYEES.value})},
            ),
            Group(
                "committee", _("Ban chấp hành đảng bộ"),
                {"committee": _any_level(FactKind.PARTY_POST)}, frozenset({Domain.PARTY}),
            ),
            Group(
                "standing", _("Ban thường vụ đảng ủy"),
                {"committee": _levels(FactKind.PARTY_POST, "standing", "deputy", "secretary")},
                frozenset({Domain.PARTY}),
            ),
            Group(
                "secretary", Office.SECRETARY.label, {"office": frozenset({Office.SECRETARY.value})},
                frozenset({Domain.PARTY}),
            ),
            Group(
                "deputy", Office.DEPUTY.label, {"office": frozenset({Office.DEPUTY.value})}, frozenset({Domain.PARTY})
            ),
            Group(
                "chair", Office.CHAIR.label, {"office": frozenset({Office.CHAIR.value})}, frozenset({Domain.STATE})
            ),
            Group(
                "council_chair", Office.COUNCIL_CHAIR.label, {"office": frozenset({Office.COUNCIL_CHAIR.value})},
                frozenset({Domain.STATE}),
            ),
            Group(
                "key", _("Các chức danh chủ chốt"),
                {
                    "office": frozenset(
                        one.value for one in (Office.SECRETARY, Office.DEPUTY, Office.CHAIR, Office.COUNCIL_CHAIR)
                    )
                },
                frozenset({Domain.STATE, Domain.PARTY}), has_places=False,
            ),
            Group(
                "org_head", Office.ORGANISATION_HEAD.label, {"office": frozenset({Office.ORGANISATION_HEAD.value})},
                frozenset({Domain.FRONT}), has_places=False,
            ),
        )
    }
)  # fmt: skip
"""The groups by code. Key posts are counted by post: who holds two is counted in each, in both domains if need be."""

TRAITS: Mapping[str, Trait] = MappingProxyType(
    {
        trait.code: trait
        for trait in (
            Trait("female", _("nữ"), {"sex": frozenset({Sex.FEMALE.value})}),
            Trait("young", _("dưới %(cut)s tuổi"), {"age": frozenset({Age.YOUNG.value})}),
            Trait(
                "known_ethnicity", _("đã biết dân tộc"), {"side": frozenset(Side.values)}, is_sensitive=True
            ),
            Trait(
                "minority", _("người dân tộc thiểu số"), {"side": frozenset({Side.MINORITY.value})},
                known="known_ethnicity", is_sensitive=True,
            ),
            Trait("known_education", _("có thông tin chuyên môn"), {"education": _any_level(FactKind.EDUCATION)}),
            Trait(
                "university", _("trình độ đại học"), {"education": _levels(FactKind.EDUCATION, "university")},
                known="known_education",
            ),
            Trait(
                "postgraduate", _("trình độ sau đại học"),
                {"education": _levels(FactKind.EDUCATION, "master", "doctor")}, known="known_education",
            ),
            Trait("known_theory", _("có thông tin lý luận chính trị"), {"theory": _any_level(FactKind.THEORY)}),
            Trait(
                "intermediate", _("lý luận chính trị trung cấp"),
                {"theory": _levels(FactKind.THEORY, "intermediate")}, known="known_theory",
            ),
            Trait(
                "advanced", _("lý luận chính trị cao cấp, cử nhân"),
                {"theory": _levels(FactKind.THEORY, "advanced", "bachelor")}, known="known_theory",
            ),
            Trait("known_rating", _("đã được xếp loại"), {"rating": _any_level(FactKind.RATING)}),
            Trait(
                "well", _("hoàn thành tốt nhiệm vụ trở lên"), {"rating": _levels(FactKind.RATING, "well", "excellent")},
                known="known_rating",
            ),
            Trait("digital", _("đã bồi dưỡng kỹ năng số"), {"is_digital": frozenset({True})}),
            Trait(
                "known_standard", _("giữ vị trí có chuẩn lý luận chính trị"), {"standard": frozenset(Meets.values)}
            ),
            Trait(
                "standard", _("đạt chuẩn lý luận chính trị của vị trí"), {"standard": frozenset({Meets.MET.value})},
                known="known_standard", is_of_some=True,
            ),
        )
    }
)  # fmt: skip
"""The traits by code."""

_OF_BLOCK = (
    "female", "minority", "young", "university", "postgraduate", "intermediate", "advanced", "well", "digital",
    "standard",
)  # fmt: skip
OF_GROUP: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "everyone": ("female", "young", "well", "digital", "standard"),
        "officials": _OF_BLOCK,
        "employees": _OF_BLOCK,
        "committee": ("female", "young", "minority"),
        "standing": ("female", "young", "minority", "advanced", "postgraduate"),
        "secretary": ("female", "young", "postgraduate", "advanced"),
        "deputy": ("female", "young", "postgraduate", "advanced"),
        "chair": ("female", "young", "postgraduate", "advanced"),
        "council_chair": ("female", "young", "postgraduate", "advanced"),
        "key": ("female", "young", "postgraduate", "advanced"),
        "org_head": ("female", "young", "advanced"),
    }
)
"""The traits that the report counts in each group, in their order."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio: ``group.trait`` held against its denominator. ``numerator`` and ``denominator`` are codes of counts."""

    code: str
    group: str
    trait: str
    numerator: str
    denominator: str

    @property
    def is_sensitive(self) -> bool:
        """Whether it says something of a sensitive fact."""
        return is_sensitive(self.numerator)


def is_sensitive(count: str) -> bool:
    """Tell whether a count is of a sensitive trait."""
    trait = TRAITS.get(count.partition(".")[2])
    return trait is not None and trait.is_sensitive


def trait_figure(group: str, trait: str) -> Figure:
    """Return the figure "of the group, those with the trait"."""
    known = TRAITS[trait].known
    return Figure(f"{group}.{trait}", group, trait, f"{group}.{trait}", f"{group}.{known}" if known else group)


def place_figures(group: str) -> tuple[Figure, Figure]:
    """Return the two figures of a group with places: filled, and vacant. They add up to all places."""
    below = f"{group}.{APPROVED}"
    return (
        Figure(f"{group}.{WITHIN}", group, WITHIN, f"{group}.{WITHIN}", below),
        Figure(f"{group}.{VACANT}", group, VACANT, f"{group}.{VACANT}", below),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: its title and its figures in their order."""

    code: str
    title: Label
    figures: Sequence[Figure]


def _part(code: str, title: Label, *lines: tuple[str, Iterable[str]]) -> Part:
    figures: list[Figure] = []
    for group, traits in lines:
        for trait in traits:
            figures.extend(place_figures(group) if trait == APPROVED else (trait_figure(group, trait),))
    return Part(code, title, figures)


_BLOCKS = ("everyone", "officials", "employees")
_TWO = ("officials", "employees")
_LEADERS = ("secretary", "deputy", "chair", "council_chair", "key")

PARTS: tuple[Part, ...] = (
    _part("posts", _("Biên chế"), *((group, (APPROVED,)) for group in _BLOCKS)),
    _part("sex", _("Giới tính"), *((group, ("female",)) for group in _BLOCKS)),
    _part("ethnicity", _("Dân tộc"), *((group, ("minority",)) for group in _TWO)),
    _part("age", _("Độ tuổi"), *((group, ("young",)) for group in _BLOCKS)),
    _part("education", _("Trình độ chuyên môn"), *((group, ("university", "postgraduate")) for group in _TWO)),
    _part("theory", _("Trình độ lý luận chính trị"), *((group, ("advanced", "intermediate")) for group in _TWO)),
    _part("committee", _("Ban chấp hành"), ("committee", (APPROVED, *OF_GROUP["committee"]))),
    _part("standing", _("Ban thường vụ"), ("standing", (APPROVED, *OF_GROUP["standing"]))),
    _part(
        "leaders", _("Chức danh chủ chốt"),
        *((group, ((APPROVED,) if GROUPS[group].has_places else ()) + OF_GROUP[group]) for group in _LEADERS),
    ),
    _part("heads", _("Cấp trưởng tổ chức chính trị - xã hội"), ("org_head", OF_GROUP["org_head"])),
    _part(
        "work", _("Xếp loại, kỹ năng số, chuẩn lý luận chính trị"), *((group, ("well",)) for group in _BLOCKS),
        ("everyone", ("digital", "standard")),
    ),
)  # fmt: skip
"""Part I of the resolution, figure by figure, and what its targets are measured by."""

FIGURES: Mapping[str, Figure] = MappingProxyType({one.code: one for part in PARTS for one in part.figures})
"""Every figure of the report by its code."""


@cache
def groups_of(domain: str) -> tuple[Group, ...]:
    """Return the groups that dossiers of a domain can hold."""
    return tuple(group for group in GROUPS.values() if domain in group.domains)


@cache
def counts_of(domain: str) -> tuple[str, ...]:
    """Return the codes of all counts of a domain: groups, places, traits, and of how many the traits are known."""
    codes: dict[str, None] = {}
    for group in groups_of(domain):
        codes[group.code] = None
        if group.has_places:
            codes |= dict.fromkeys((f"{group.code}.{APPROVED}", f"{group.code}.{WITHIN}", f"{group.code}.{VACANT}"))
        for trait in OF_GROUP[group.code]:
            codes[f"{group.code}.{trait}"] = None
            if TRAITS[trait].known:
                codes[f"{group.code}.{TRAITS[trait].known}"] = None
    return tuple(codes)


def condition_of(count: str) -> Condition:
    """Return what holds for the people of a count. Raises ``KeyError`` for an unknown one, and for counts of places."""
    group, _dot, trait = count.partition(".")
    held = dict(GROUPS[group].condition)
    if trait == WITHIN:
        return {**held, "is_within": frozenset({True})}
    return {**held, **TRAITS[trait].condition} if trait else held
