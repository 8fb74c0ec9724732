"""Which rules run, how grave they are, and which findings are excepted with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch

from vanban.check.rule import Rule, Status
from vanban.results import Finding, Severity
from vanban.text.normalize import nfc

SWITCHED_OFF = "tắt theo lựa chọn"
IN_PREVIEW = "quy tắc đang thử nghiệm"


@dataclass(frozen=True, slots=True)
class Excepted:
    """A finding that is left as it is: of ``code``, on ``text`` or in files like ``file``, for a ``reason``."""

    code: str
    reason: str
    text: str = ""
    file: str = ""

    def covers(self, finding: Finding, file: str) -> bool:
        """True when ``finding`` in the file named ``file`` is meant."""
        if not names_rule(self.code, finding.code, finding.rule):
            return False
        if self.file and not fnmatch(nfc(file), nfc(self.file)):
            return False
        return not self.text or _spaced(self.text) in _spaced(finding.text)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a check is to run. ``select`` and ``ignore`` name families, codes or names of rules; select none means all.

    A rule in preview runs with ``preview``, or when ``select`` names it by code or name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severity: Mapping[str, Severity] = field(default_factory=dict)
    exceptions: tuple[Excepted, ...] = ()

    def why_off(self, rule: Rule) -> str:
        """Why ``rule`` does not run, as a Vietnamese phrase; empty when it does."""
        chosen = not self.select or any(names_rule(name, rule.code, rule.name) for name in self.select)
        if not chosen or any(names_rule(name, rule.code, rule.name) for name in self.ignore):
            return SWITCHED_OFF
        asked_for = self.preview or rule.code in self.select or rule.name in self.select
        return "" if rule.status is Status.STABLE or asked_for else IN_PREVIEW

    def severity_of(self, rule: Rule) -> Severity | None:
        """The severity set for ``rule``, its code before its family; None when nothing is set."""
        return self.severity.get(rule.code) or self.severity.get(rule.name) or self.severity.get(rule.family)

    def exception_for(self, finding: Finding, file: str) -> Excepted | None:
        """The first exception that covers ``finding``."""
        return next((one for one in self.exceptions if one.covers(finding, file)), None)


def names_rule(name: str, code: str, rule_name: str) -> bool:
    """True when ``name`` is the code, the name, or the family of a rule."""
    return name in (code, rule_name, code.rstrip("0123456789"))


def unknown_names(names: Iterable[str], rules: Iterable[Rule]) -> list[str]:
    """Those of ``names`` that name no rule and no family."""
    known = {part for rule in rules for part in (rule.code, rule.name, rule.family)}
    return [name for name in names if name not in known]


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())


DEFAULT_SETTINGS = Settings()
