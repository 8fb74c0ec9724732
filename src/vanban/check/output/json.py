"""Findings as JSON: for one file the list of the contract, for several one object a file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from vanban.check.output.checked_file import CheckedFile
from vanban.results import JsonObject


def findings_json(files: Sequence[CheckedFile], *, is_list: bool) -> str:
    """The findings of one file as a list; of several files as a list of objects with ``file`` and ``findings``.

    ``is_list`` says that several were asked for, however many could be read.
    """
    lists = [_findings(file) for file in files]
    if not is_list:
        return json.dumps(lists[0], ensure_ascii=False)
    named = [{"file": file.name, "findings": findings} for file, findings in zip(files, lists, strict=True)]
    return json.dumps(named, ensure_ascii=False)


def _findings(file: CheckedFile) -> list[JsonObject]:
    return [finding.to_dict() for finding in file.report.findings]
