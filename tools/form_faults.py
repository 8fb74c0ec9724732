"""Faults of form planted in clean documents, and how many of them the rules find: `python -m tools.form_faults`.

Each fault is what one rule of the families TD and TL looks for; it is planted once in every sample and generated
document that has the place for it. Prints rule, found, planted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.generated_documents.generate import documents

from vanban import api
from vanban.check.registry import RULES
from vanban.check.rule import Rule
from vanban.check.runner import check_document
from vanban.check.subject import CheckedDocument

Fault = Callable[[str], str | None]
SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "built"
COUNT = 150
_KINDS = "KH|BC|TB|QĐ|CT|TTr|NQ"
_NUMBER = r"^(Số: \d+)"


def _replace(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Fault:
    """Plant by replacing the first match; None where there is none."""
    compiled = re.compile(pattern, re.M)

    def plant(text: str) -> str | None:
        planted, count = compiled.subn(new, text, count=1)
        return planted if count and planted != text else None

    return plant


FAULTS: dict[str, Fault] = {
    "TD003": _replace(r"^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n+Độc lập - Tự do - Hạnh phúc\n+", ""),
    "TD004": _replace("CỘNG HÒA XÃ HỘI", "CỘNG HÒA XÃ HÔI"),
    "TD005": _replace("Độc lập - Tự do - Hạnh phúc", "Độc lập- Tự do- Hạnh Phúc"),
    "TD006": _replace(r"^Số: ", "Số "),
    "TD007": _replace(r"^Số: \d+(?=/)", "Số: 7"),
    "TD008": _replace(_NUMBER + r"/(\w+)-", r"\1/ \2 - "),
    "TD009": _replace(_NUMBER + rf"/({_KINDS})-", r"\1/HD-"),
    "TD010": _replace(_NUMBER + r"/(UBND|VPCP|S\w+)-", r"\1/CV-\2-"),
    "TD012": _replace(r"(?<=, ngày )\d\d(?= tháng)", "5"),
    "TD013": _replace(r", ngày (\d+) tháng (\d+) năm (\d{4})", r", \1/\2/\3"),
    "TD014": _replace(r"^[^\n,]{3,40}, ngày (?=\d+ tháng \d+ năm \d{4}\s*$)", "Ngày "),
    "TD017": _replace(r"^V/v ", "v/v: "),
    "TD018": _replace(r"^Kính gửi:", "Kính gửi"),
    "TD020": _replace(r"^Nơi nhận:\n(?:\n?- [^\n]+\n)+", ""),
    "TD021": _replace(r"^- Lưu[^\n]+\n", ""),
    "TD022": _replace(r"Lưu: VT", "Lưu VT"),
    "TD023": _replace(r"(^Nơi nhận:\n+- [^\n;]+);", r"\1"),
    "TD024": _replace(r"^KT\. ", "K/T "),
    "TD025": _replace(r"^KT\. CHỦ TỊCH\n+(?=PHÓ CHỦ TỊCH)", ""),
    "TD026": _replace(r"^((?:PHÓ )?CHỦ TỊCH\n+)(?=[A-ZĐ][a-z])", r"\1ThS. "),
    "TD027": _replace(r"\./\.(?=\n+Nơi nhận)", "."),
    "TD028": _replace(r"\./\.(?=\n+Nơi nhận)", "./"),
    "TD033": _replace(r"^([IVX]+)\. (?=[A-ZĐ]{2})", r"\1- "),
    "TL001": _replace(r"^ĐẢNG CỘNG SẢN VIỆT NAM\n+", ""),
    "TL003": _replace(r"^Số (?=\d)", "Số: "),
    "TL004": _replace(r"^Số \d+(?=-)", "Số 7"),
    "TL005": _replace(r"^(Số \d+)-(\w+)/", r"\1/\2-"),
    "TL009": _replace(r"^T/M ", "TM. "),
    "TL011": _replace(r"^(T/M BAN (?:THƯỜNG VỤ|CHẤP HÀNH))\n+(?=PHÓ BÍ THƯ)", "\\1\n\nK/T BÍ THƯ\n"),
    "TL012": _replace(r"(?<=[^./])\.(?=\n+Nơi nhận)", "./."),
    "TL016": _replace(r"^- Lưu[^\n]+\n", ""),
    "TL017": _replace(r"^([IVX]+)- (?=[A-ZĐ]{2})", r"\1. "),
}
"""By the code of the rule that has to find it."""


def clean_documents(count: int = COUNT) -> Iterator[tuple[str, str]]:
    """Names and texts of the samples and of ``count`` generated documents."""
    for path in sorted(SAMPLES.glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for name, document in documents(count, faults=False):
        yield f"{name}.md", document.text


def measured(count: int = COUNT) -> dict[str, tuple[int, int]]:
    """Found and planted faults by rule. Documents that a rule is not meant for do not count."""
    rules = {rule.code: rule for rule in RULES if rule.code in FAULTS}
    found = dict.fromkeys(FAULTS, 0)
    planted = dict.fromkeys(FAULTS, 0)
    for name, text in clean_documents(count):
        before = _understood(name, text)
        for code, plant in FAULTS.items():
            spoiled = plant(text) if rules[code].scope.covers(before.header.side) else None
            after = _found(rules[code], _understood(name, spoiled)) if spoiled is not None else None
            if after is not None:
                planted[code] += 1
                found[code] += after > (_found(rules[code], before) or 0)
    return {code: (found[code], planted[code]) for code in FAULTS}


def _understood(name: str, text: str) -> CheckedDocument:
    return api.understand(api.read(text.encode(), name=name))


def _found(rule: Rule, document: CheckedDocument) -> int | None:
    """How many findings there are; None when the rule is not meant for the document or cannot be checked."""
    report = check_document(document, rules=[rule])
    return len(report.findings) if report.outcomes[0].outcome == "checked" else None


def main() -> None:
    """Print the table."""
    names = {rule.code: rule.name for rule in RULES}
    for code, (found, planted) in measured().items():
        sys.stdout.write(f"{code} {names[code]}: {found}/{planted}\n")


if __name__ == "__main__":
    main()
