"""Faults in figures planted in true statements, and how many of them the rules find: `python -m tools.figure_faults`.

A statement is written with figures that agree, then with one of them changed the way a hand slips: a digit wrong, two
digits swapped, a unit too large. A slip that leaves the printed digits true is none. Prints for each kind what was
found and planted, and the alarms on true statements.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from vanban import api
from vanban.check.rules.figures import RULES
from vanban.check.rules.figures.reading.numbers import vietnamese
from vanban.check.runner import check_document
from vanban.results import Severity

SEED = 20260101
COUNT = 100
_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LẠC GIANG\n\nSố: 125/BC-UBND\n\nLạc Giang, ngày 15 tháng 10 năm 2026\n\n"
    "BÁO CÁO\n\nKết quả rà soát"
)
_WORDS = {2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín", 10: "mười", 12: "mười hai"}
_ITEMS = ("rà soát", "thống kê", "đối chiếu", "báo cáo", "kiểm tra", "tổng hợp")

Rng = random.Random
Statement = Callable[[Rng], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many planted faults were found, of how many, and how many true statements were reported."""

    found: int
    planted: int
    alarms: int


def _slip(rng: Rng, number: int) -> int:
    """The number as a slipping hand types it: one digit wrong, or two neighbours swapped."""
    digits = list(str(number))
    at = rng.randrange(len(digits))
    swappable = at + 1 < len(digits) and digits[at] != digits[at + 1] and digits[at + 1] != "0"
    if swappable and rng.random() < 0.4:
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    else:
        digits[at] = rng.choice([digit for digit in "123456789" if digit != digits[at]])
    return int("".join(digits))


def _n(number: int) -> str:
    return vietnamese(Decimal(number))


def _share(part: int, whole: int) -> Decimal:
    return Decimal(round(part * 1000 / whole)) / 10


def _p(value: Decimal) -> str:
    return vietnamese(value, 1)


def _whole_and_part(rng: Rng) -> tuple[int, int]:
    whole = rng.randint(200, 60_000)
    return whole, rng.randint(whole // 10, whole * 9 // 10)


def _ratio(rng: Rng) -> tuple[str, str]:
    whole, part = _whole_and_part(rng)
    form = rng.choice(
        (
            "Tỷ lệ hộ đăng ký đạt {p}% ({a}/{b}).",
            "Có {a}/{b} hộ đăng ký (tỷ lệ {p}%).",
            "Có {a} hộ trên tổng số {b} hộ đăng ký, đạt {p}%.",
            "Đã cấp mã cho {a}/{b} cơ sở, đạt tỷ lệ {p}%.",
        )
    )
    share = _share(part, whole)
    true = _ratio_text(form, part, whole, share)
    wrong_part, wrong_whole, wrong_share = rng.choice(
        ((_slip(rng, part), whole, share), (part, _slip(rng, whole), share), (part, whole, _slipped(rng, share)))
    )
    if _share(wrong_part, wrong_whole) == wrong_share:
        return true, true
    return true, _ratio_text(form, wrong_part, wrong_whole, wrong_share)


def _slipped(rng: Rng, share: Decimal) -> Decimal:
    return Decimal(_slip(rng, int(share * 10))) / 10


def _ratio_text(form: str, part: int, whole: int, share: Decimal) -> str:
    return form.format(a=_n(part), b=_n(whole), p=_p(share))


def _sum(rng: Rng) -> tuple[str, str]:
    parts = [rng.randint(20, 4_000) for _ in range(rng.randint(2, 4))]
    form = rng.choice(
        ("Tổng số {t} hộ, gồm {parts}.", "Có {t} hộ, trong đó: {parts}.", "Toàn tỉnh có {t} hộ (gồm {parts}).")
    )
    total = sum(parts)
    wrong, wrong_total = list(parts), total
    at = rng.randrange(len(parts) + 1)
    if at == len(parts):
        wrong_total = _slip(rng, total)
    else:
        wrong[at] = _slip(rng, parts[at])
    return _sum_text(form, total, parts), _sum_text(form, wrong_total, wrong)


def _sum_text(form: str, total: int, parts: list[int]) -> str:
    names = ("nghèo", "cận nghèo", "trung bình", "khá")
    listed = ", ".join(f"{_n(part)} hộ {name}" for part, name in zip(parts, names, strict=False))
    return form.format(t=_n(total), parts=listed)


def _magnitude(rng: Rng) -> tuple[str, str]:
    parts = [rng.randint(2, 90) for _ in range(2)]
    form = "Kinh phí {t} tỷ đồng, gồm ngân sách tỉnh {a} {unit} đồng và ngân sách xã {b} {unit} đồng."
    said = {"t": _n(sum(parts)), "a": _n(parts[0]), "b": _n(parts[1])}
    return form.format(**said, unit="tỷ"), form.format(**said, unit="triệu")


def _share_of_total(rng: Rng) -> tuple[str, str]:
    whole, part = _whole_and_part(rng)
    form = rng.choice(
        ("Tổng số {b} hộ, trong đó {a} hộ nghèo, chiếm {p}%.", "Kế hoạch giao {b} hộ, đã hỗ trợ {a} hộ, đạt {p}%.")
    )
    share = _share(part, whole)
    return _ratio_text(form, part, whole, share), _ratio_text(form, part, whole, _slipped(rng, share))


def _remainder(rng: Rng) -> tuple[str, str]:
    whole, part = _whole_and_part(rng)
    form = "Hiện có {a} người trên {b} biên chế được giao, còn thiếu {c} người."
    said = {"a": _n(part), "b": _n(whole)}
    return form.format(**said, c=_n(whole - part)), form.format(**said, c=_n(_slip(rng, whole - part)))


def _complement(rng: Rng) -> tuple[str, str]:
    first = Decimal(rng.randint(101, 899)) / 10
    form = "Hồ sơ giải quyết đúng hạn đạt {a}%, quá hạn {b}%."
    wrong = 100 - first + Decimal(rng.choice((-30, -20, -10, -2, 2, 10, 20, 30))) / 10
    return form.format(a=_p(first), b=_p(100 - first)), form.format(a=_p(first), b=_p(wrong))


def _change(rng: Rng) -> tuple[str, str]:
    old = rng.randint(100, 5_000)
    new = old + rng.randint(old // 10, old)
    grown = _share(new - old, old)
    wrong = _slipped(rng, grown)
    form = rng.choice(
        ("Số hộ từ {o} hộ lên {n} hộ, tăng {p}%.", "Đạt {n} hộ, tăng {p}% so với năm 2025 ({o} hộ).",
         "Năm 2025 có {o} hộ, năm 2026 có {n} hộ, tăng {p}%.")
    )  # fmt: skip
    return form.format(o=_n(old), n=_n(new), p=_p(grown)), form.format(o=_n(old), n=_n(new), p=_p(wrong))


def _direction(rng: Rng) -> tuple[str, str]:
    low = rng.randint(20, 60)
    high = low + rng.randint(2, 30)
    form = "Tỷ lệ bao phủ tăng từ {a}% lên {b}%."
    return form.format(a=low, b=high), form.format(a=high, b=low)


def _multiple(rng: Rng) -> tuple[str, str]:
    old, times = rng.randint(20, 900), rng.randint(2, 9)
    form = "Toàn tỉnh đạt {n} hộ, gấp {t} lần so với năm 2025 ({o} hộ)."
    wrong = rng.choice([other for other in range(2, 10) if other != times])
    return form.format(n=_n(old * times), t=times, o=_n(old)), form.format(n=_n(old * times), t=wrong, o=_n(old))


def _average(rng: Rng) -> tuple[str, str]:
    units, mean = rng.randint(5, 90), rng.randint(12, 900)
    form = "Có {t} người ở {u} xã, bình quân {m} người/xã."
    said = {"t": _n(units * mean), "u": _n(units)}
    return form.format(**said, m=_n(mean)), form.format(**said, m=_n(_slip(rng, mean)))


def _list(rng: Rng) -> tuple[str, str]:
    count = rng.randint(2, len(_ITEMS))
    listed = "; ".join(f"({at}) {item} hồ sơ" for at, item in enumerate(_ITEMS[:count], 1))
    wrong = rng.choice([other for other in range(2, 8) if other != count])
    return f"Tập trung {count:02d} nhiệm vụ sau: {listed}.", f"Tập trung {wrong:02d} nhiệm vụ sau: {listed}."


def _spelled(rng: Rng) -> tuple[str, str]:
    number, other = rng.sample(sorted(_WORDS), 2)
    form = "Hoàn thành trong {n:02d} ({w}) ngày làm việc."
    return form.format(n=number, w=_WORDS[number]), form.format(n=other, w=_WORDS[number])


def _range(rng: Rng) -> tuple[str, str]:
    low = rng.randint(2, 40)
    high = low + rng.randint(1, 40)
    form = "Tiết kiệm từ {a} đến {b}% chi thường xuyên."
    return form.format(a=low, b=high), form.format(a=high, b=low)


def _table(rng: Rng) -> tuple[str, str]:
    rows = [[rng.randint(20, 3_000) for _ in range(2)] for _ in range(rng.randint(3, 7))]
    totals = [sum(row[at] for row in rows) for at in range(2)]
    wrong = list(totals)
    at = rng.randrange(2)
    wrong[at] = _slip(rng, totals[at])
    return _table_text(rows, totals), _table_text(rows, wrong)


def _table_text(rows: list[list[int]], totals: list[int]) -> str:
    lines = ["| STT | Đơn vị | Nam | Nữ |", "|---|---|---|---|"]
    lines += [f"| {at} | Xã Thử {at} | {_n(row[0])} | {_n(row[1])} |" for at, row in enumerate(rows, 1)]
    return "\n".join([*lines, f"| | Tổng cộng | {_n(totals[0])} | {_n(totals[1])} |"])


STATEMENTS: dict[str, Statement] = {
    "ratio": _ratio, "sum": _sum, "magnitude": _magnitude, "share of a total": _share_of_total,
    "remainder": _remainder, "complement": _complement, "change": _change, "direction": _direction,
    "multiple": _multiple, "average": _average, "list": _list, "number in words": _spelled, "range": _range,
    "table total": _table,
}  # fmt: skip
"""By kind of fault: writes a true statement and the same with one figure wrong."""


def measured(count: int = COUNT) -> dict[str, Tally]:
    """The tally of every kind over ``count`` statements."""
    rng = random.Random(SEED)  # noqa: S311 -- repeatable statements, no secret
    return {kind: _tally(statement, rng, count) for kind, statement in STATEMENTS.items()}


def _tally(statement: Statement, rng: Rng, count: int) -> Tally:
    pairs = [statement(rng) for _ in range(count)]
    faulty = [wrong for true, wrong in pairs if wrong != true]
    return Tally(sum(map(_is_reported, faulty)), len(faulty), sum(_is_reported(true) for true, _ in pairs))


def _is_reported(statement: str) -> bool:
    """True when a rule of figures reports an error or a warning."""
    document = api.read(f"{_HEAD}\n\n{statement}\n".encode(), name="bao-cao.md")
    findings = check_document(api.understand(document), rules=RULES).findings
    return any(finding.severity is not Severity.INFO for finding in findings)


def main() -> None:
    """Print the table."""
    for kind, tally in measured().items():
        sys.stdout.write(f"{kind}: {tally.found}/{tally.planted}, false alarms {tally.alarms}\n")


if __name__ == "__main__":
    main()
