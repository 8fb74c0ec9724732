"""The reference pages in docs/rules/ are those of the code."""

from __future__ import annotations

from tools.write_rules import FOLDER, pages

from vanban.check.registry import RULES


def test_the_committed_pages_are_those_of_the_code() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert committed == pages(), "run: python -m tools.write_rules"


def test_every_rule_has_its_place() -> None:
    written = pages()
    for rule in RULES:
        assert f"\n## {rule.code} {rule.name}\n" in written[f"{rule.family}.md"]
        assert f"[{rule.code}]({rule.family}.md#{rule.code.lower()}-{rule.name})" in written["README.md"]
