"""The table of rules, and the explanation of one."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable

from vanban.check.reference import FIXES, HEADINGS, SCOPES, SEVERITIES, STATUSES, explain
from vanban.check.rule import Rule

_WIDEST = 100


def rule_table(rules: Iterable[Rule]) -> str:
    """One rule a line: code, severity, status, whether it can be fixed, its Vietnamese name and its English one."""
    return "\n".join(
        f"{rule.code:<7} {SEVERITIES[rule.severity]:<9} {STATUSES[rule.status]:<11} {FIXES[rule.fix]:<16} "
        f"{rule.title} ({rule.name})"
        for rule in rules
    )


def rule_explanation(rule: Rule, width: int | None = None) -> str:
    """Everything the reference page says of ``rule``."""
    columns = min(_WIDEST, width or shutil.get_terminal_size().columns)
    said = explain(rule)
    facts = f"{SEVERITIES[rule.severity]}, {STATUSES[rule.status]} từ bản {rule.since}, {SCOPES[rule.scope]}"
    lines = [
        f"{rule.code} {rule.name}: {rule.title}",
        f"({facts})",
        "",
        *textwrap.wrap(_sentence(said.summary), columns),
    ]
    for heading in HEADINGS:
        lines += ["", *textwrap.wrap(f"{heading}: {said.sections[heading]}", columns)]
    return "\n".join(lines)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
