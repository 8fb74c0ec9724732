"""Every rule of the extractor has a name in words."""

from __future__ import annotations

import re
from pathlib import Path

import vanban.tasks
from sauro.tasks.rule_labels import RULE_LABELS, rule_label

SOURCES = Path(vanban.tasks.__file__).parent
# Rules of tasks, deadlines, products and recipients are written in the code by these beginnings.
_BEGINNINGS = "split|lead-in|closing|opening|explicit|item|labelled|due|product|submit|resources"
_CODES = re.compile(rf'"((?:{_BEGINNINGS})-[a-z-]+)"')


def test_rules_found_in_the_extractor_have_words() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py"))
    written = set(_CODES.findall(sources))
    assert len(written) > 25
    assert written - set(RULE_LABELS) == set()


def test_rule_without_words_is_told_by_its_code() -> None:
    assert rule_label("rule-of-tomorrow") == "rule-of-tomorrow"
