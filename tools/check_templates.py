"""Checks every template: it compiles, is short, and holds neither scripts nor styles of its own.

The content security policy forbids inline code; this says so before a browser does. djangofmt adds what an HTML
parser sees (unclosed elements, invalid attributes).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.template import TemplateSyntaxError, engines
from django.template.backends.django import DjangoTemplates
from tools.repo_files import ROOT, relative, repo_files

LINES_ALLOWED = 150
# Matters of taste; the other rules find faults.
STYLE_RULES = "endblock-label,untrimmed-blocktranslate"
COMMENTS = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->", re.DOTALL)
FORBIDDEN = {
    "a script without src": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*\btype=\"application/json\")", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on[:a-z-]*)\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"=\s*[\"']\s*javascript:", re.IGNORECASE),
    "an address of another machine": re.compile(r"\b(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE),
}


def findings(text: str) -> Iterator[tuple[int, str]]:
    """Line number and fault, from the text alone."""
    lines = text.count("\n")
    if lines > LINES_ALLOWED:
        yield 1, f"{lines} lines (limit {LINES_ALLOWED})"
    visible = COMMENTS.sub(lambda match: "\n" * match.group().count("\n"), text)
    for fault, pattern in FORBIDDEN.items():
        for match in pattern.finditer(visible):
            yield visible.count("\n", 0, match.start()) + 1, fault


def compile_fault(text: str) -> str | None:
    """What Django says about a template that it cannot compile."""
    engine = engines["django"]
    if not isinstance(engine, DjangoTemplates):
        raise TypeError("the template engine called django is not Django's")
    try:
        engine.from_string(text)
    except TemplateSyntaxError as error:
        return str(error)
    return None


def html_faults(files: list[Path]) -> bool:
    """Let djangofmt parse and lint the files; whether it found something (it prints it)."""
    if not files:
        return False
    command = [
        str(Path(sys.executable).parent / "djangofmt"),
        "check",
        "--ignore",
        STYLE_RULES,
        *map(str, files),
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode != 0  # noqa: S603 -- fixed program


def main() -> int:
    """Print the findings; 1 when there are any."""
    django.setup(set_prefix=False)
    failures = 0
    templates = [file for file in repo_files(".html", under=("src",)) if "templates" in file.parts]
    for file in templates:
        text = file.read_text(encoding="utf-8")
        fault = compile_fault(text)
        found = [*findings(text), *([(1, fault)] if fault else [])]
        for number, what in sorted(found):
            sys.stdout.write(f"error: {relative(file)}:{number}: {what}\n")
        failures += len(found)
    return 1 if html_faults(templates) or failures else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
    sys.exit(main())
