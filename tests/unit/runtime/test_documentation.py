"""The administrators' pages say everything there is to set, and nothing that does not exist."""

from __future__ import annotations

import re

from sauro import cli
from sauro.runtime.folder import CHECKOUT

PAGES = CHECKOUT / "docs" / "admin"
READER_CALL = re.compile(r"env\.(?:text|boolean|integers?|choice|words|path|secret|hours)\(\s*\"([A-Z_]+)\"")
CONSTANT = re.compile(r"^[A-Z_]+_VARIABLE = \"([A-Z_]+)\"", re.MULTILINE)


def _variables_read() -> set[str]:
    found: set[str] = set()
    for file in (CHECKOUT / "src" / "sauro").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        found |= set(READER_CALL.findall(source)) | set(CONSTANT.findall(source))
    return found


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    documented = set(
        re.findall(r"^\| `([A-Z_]+)` \|", (PAGES / "configure.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert documented == _variables_read()


def test_every_command_named_in_the_pages_exists() -> None:
    named = set()
    for page in [*PAGES.glob("*.md"), *CHECKOUT.glob("README*.md")]:
        named |= set(re.findall(r"(?<![/\w.-])sauro ([a-z-]+)\b", page.read_text(encoding="utf-8")))
    assert named - set(cli.COMMANDS) == set()
    assert {"run", "init", "backup", "restore", "check"} <= named


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*PAGES.glob("*.md"), *CHECKOUT.glob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists() and not target.startswith("docs/screenshots/")
    ]
    assert broken == []
