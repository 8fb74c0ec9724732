"""Writes the reference of the rules of ``vanban check`` to docs/rules/, from the registry and the rules' docstrings.

A test fails when the committed pages differ from the code; run ``.venv/bin/python -m tools.write_rules`` after a
change of a rule and commit the result.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from vanban.check.needs import Need
from vanban.check.reference import FIXES, HEADINGS, SCOPES, SEVERITIES, STATUSES, explain
from vanban.check.registry import FAMILIES, RULES, Family
from vanban.check.rule import Rule

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
_NEEDS = {
    Need.LAYOUT: "thể thức trình bày của tệp (.docx)",
    Need.STORE: "kho văn bản để đối chiếu",
    Need.CATALOGUE: "danh mục thẩm quyền",
    Need.DATE: "ngày của văn bản",
    Need.CLOCK: "ngày kiểm tra",
}
_INTRODUCTION = """\
# Quy tắc kiểm tra văn bản

<!-- Written by tools/write_rules.py from the code. Do not edit. -->

`vanban check` có {count} quy tắc trong {families} nhóm. Mỗi quy tắc có mã không đổi, mức độ, trạng thái,
phạm vi, căn cứ, và nói rõ có sửa tự động được không. Quy tắc thử nghiệm chỉ chạy khi thêm `--preview` hoặc gọi
đích danh bằng `--select`.

- **Lỗi**: sai ngay trên mặt chữ hoặc theo phép tính. **Cảnh báo**: nhiều khả năng sai. **Lưu ý**: nên xem lại.
- **Sửa an toàn**: `--fix` tự sửa được. **Đề xuất cách sửa**: nêu cách viết, người soạn quyết định.
- Quy tắc không đủ dữ kiện thì báo "không kiểm tra được", không coi là đạt.

| Nhóm | Tên | Số quy tắc | Thử nghiệm |
|---|---|---|---|
"""


def pages() -> dict[str, str]:
    """The text of every page by file name, the same for the same code."""
    families = [family for family in FAMILIES.values() if family.rules]
    written = {_file(family): "\n".join(_family(family)) + "\n" for family in families}
    return {"README.md": "\n".join(_index(families)) + "\n", **written}


def main() -> int:
    """Write the pages and remove those of families that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(RULES)} rules on {len(written)} pages\n")
    return 0


def _file(family: Family) -> str:
    return f"{family.code}.md"


def _index(families: list[Family]) -> Iterator[str]:
    counts = [_INTRODUCTION.format(count=len(RULES), families=len(families)).rstrip("\n")]
    for family in families:
        preview = sum(rule.status.value == "preview" for rule in family.rules)
        counts.append(f"| [{family.code}]({_file(family)}) | {family.title} | {len(family.rules)} | {preview} |")
    yield from counts
    yield "\n| Mã | Tên | Mức | Trạng thái | Sửa |\n|---|---|---|---|---|"
    for rule in RULES:
        link = f"[{rule.code}]({rule.family}.md#{rule.code.lower()}-{rule.name})"
        yield (
            f"| {link} | {_cell(rule.title)} | {SEVERITIES[rule.severity]} | {STATUSES[rule.status]} "
            f"| {FIXES[rule.fix]} |"
        )


def _family(family: Family) -> Iterator[str]:
    yield f"# {family.code}: {family.title}\n"
    yield "<!-- Written by tools/write_rules.py from the code. Do not edit. -->\n"
    yield "[Tất cả quy tắc](README.md)"
    for rule in sorted(family.rules, key=lambda rule: rule.code):
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    said = explain(rule)
    yield f"\n## {rule.code} {rule.name}\n"
    yield f"**{rule.title}.** {said.summary[:1].upper()}{said.summary[1:]}\n"
    yield "- " + "; ".join(_facts(rule))
    for heading in HEADINGS:
        yield f"- *{heading}*: {said.sections[heading]}"


def _facts(rule: Rule) -> Iterator[str]:
    yield f"Mức: {SEVERITIES[rule.severity]}"
    yield f"trạng thái: {STATUSES[rule.status]} từ bản {rule.since}"
    yield f"phạm vi: {SCOPES[rule.scope]}"
    yield FIXES[rule.fix]
    if rule.needs:
        yield "cần " + ", ".join(_NEEDS[need] for need in Need if need in rule.needs)
    if rule.basis:
        yield f"điều khoản: {rule.basis}"
    if rule.valid_from:
        yield f"cho văn bản từ ngày {rule.valid_from:%d/%m/%Y}"
    if rule.valid_to:
        yield f"cho văn bản đến hết ngày {rule.valid_to:%d/%m/%Y}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
