"""Measures the import of 55.000 people in 40 columns: `make bench-workforce-import [PEOPLE=55000]`.

A fresh database on the embedded server, as the application's role; an invented province of 612 units with as many posts
as people; a workbook of which one row in a hundred has a wrong cell. The jobs run as they run in the product: reading,
the check, and the writing, which compares once more while a thread loads what is ready. Processor time is that of this
process, of the process that reads the workbook, and of the database's. The section of docs/dev/workforce-figures.md is
written by this command.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "workforce-figures.md"
HEAD = "## Import of people from a workbook"
COMMUNES, UNITS_IN_EACH = 102, 6
WRONG_EVERY = 100
SINCE = dt.date(2026, 1, 1)
_TICKS = os.sysconf("SC_CLK_TCK")
COLUMNS = (
    "Họ và tên", "CCCD", "Giới tính", "Ngày sinh", "Dân tộc", "Tôn giáo", "Quê quán", "Nơi ở hiện nay", "Điện thoại",
    "Ngày tuyển dụng", "Giáo dục phổ thông", "Trình độ chuyên môn", "Chuyên ngành", "Cơ sở đào tạo", "Năm tốt nghiệp",
    "Lý luận chính trị", "Trường chính trị", "Năm tốt nghiệp LLCT", "Ngạch", "Mã ngạch, bậc", "Ngày xếp ngạch",
    "Xếp loại", "Năm xếp loại", "Bồi dưỡng vị trí việc làm", "QLNN", "Lãnh đạo quản lý", "Tin học", "QPAN", "Ngoại ngữ",
    "Khen thưởng", "Thành tích", "Ngày khen thưởng", "Kỷ luật", "Ngày kỷ luật", "Sức khỏe", "Mã đơn vị",
    "Vị trí việc làm", "Ngày bổ nhiệm", "Số quyết định", "Ngày quyết định",
)  # fmt: skip
Lines = list[tuple[str, float, float, float]]


def main() -> int:
    """Measure, write the section and print it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=55_000)
    people = options.parse_args().people
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place) / "data")
        folder.prepare()
        with database.available(folder) as addresses:
            if run_sauro(addresses, "migrate"):
                raise SystemExit("the database could not be made")
            os.environ.update(addresses.variables(), SAURO_DATA_DIR=str(folder.root), SAURO_LOG="ERROR")
            text = _measure(people)
    _write(text)
    sys.stdout.write(text)
    return 0


def _measure(people: int) -> str:
    import django  # noqa: PLC0415 -- reads the addresses set just now

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
    django.setup()
    from tools.bench_workforce_import_steps import Site  # noqa: PLC0415 -- as above

    load = os.getloadavg()[0]
    site = Site(people, COMMUNES, UNITS_IN_EACH)
    begin = time.monotonic()
    data = workbook(people, site.codes)
    made = time.monotonic() - begin
    lines: Lines = []
    with _step("upload: looked at and kept", lines):
        site.upload(data)
    with _step("reading: read once, columns proposed", lines):
        site.read()
    with _step("check: compared, all faults and the preview kept", lines):
        counts = site.check()
    with _step("writing: compared again, loaded", lines):
        written, facts = site.apply()
    with _step("the workbook with comments given back", lines):
        site.give_back()
    with _step("the same workbook again: upload and reading", lines):
        site.upload(data)
        site.read()
    with _step("the same workbook again: check", lines):
        again = site.check()
    table = "\n".join(f"| {name} | {wall:.1f} | {own:.1f} | {base:.1f} |" for name, wall, own, base in lines)
    return f"""{HEAD}

Written by `make bench-workforce-import` on {dt.datetime.now(dt.UTC):%d.%m.%Y}; not edited by hand. {people} people ×
{len(COLUMNS)} columns, a workbook of {len(data) / 1e6:.1f} MB (made in {made:.0f} s), {COMMUNES * UNITS_IN_EACH} units.
{platform.machine()}, {os.cpu_count()} processors; load of the machine before {load:.1f}, after
{os.getloadavg()[0]:.1f}: seconds waited mean little on a machine that does other things.

Faults: {counts["error"]} errors, {counts["warning"]} remarks. Written: {written} dossiers with {facts} facts, posts,
seats, history and events, in one transaction. The second time {again["same"]} rows changed nothing, {again["changed"]}
something.

| step | waited, s | processor here, s | processor of the database, s |
| --- | --- | --- | --- |
{table}
"""


@contextmanager
def _step(name: str, lines: Lines) -> Iterator[None]:
    before, base, begin = os.times(), _database_seconds(), time.monotonic()
    yield
    after = os.times()
    own = sum(after[:4]) - sum(before[:4])
    lines.append((name, time.monotonic() - begin, own, _database_seconds() - base))
    sys.stderr.write(f"{name}: {lines[-1][1]:.1f} s waited, {own:.1f} s here, {lines[-1][3]:.1f} s in the database\n")


def _database_seconds() -> float:
    """The processor time of the server process that works for this one."""
    from django.db import connection  # noqa: PLC0415 -- Django is set up by now

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def workbook(people: int, codes: list[str]) -> bytes:
    """An invented workbook: a title, the headings, the people; one row in a hundred has a wrong cell."""
    dice = Random(35)  # noqa: S311 -- the same every time
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        book = xlsxwriter.Workbook(file.name, {"constant_memory": True})
        sheet = book.add_worksheet("Danh sách")
        sheet.write_string(0, 0, "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC (MẪU)")
        for column, head in enumerate(COLUMNS):
            sheet.write_string(2, column, head)
        for number in range(people):
            for column, value in enumerate(_person(dice, number, codes[number % len(codes)])):
                if value != "":
                    sheet.write(3 + number, column, value)
        book.close()
        return Path(file.name).read_bytes()


def _person(dice: Random, number: int, code: str) -> list[str | int]:
    born, female = dice.randint(1968, 2001), dice.random() < 0.5
    family, given = (
        dice.choice(("Nguyễn", "Trần", "Lê", "Phạm", "Võ")),
        dice.choice(("Mẫu", "Thử", "Ví Dụ", "Giả Định")),
    )
    name = f"{family} {'Thị' if female else 'Văn'} {dice.choice(('An', 'Bình', 'Minh', 'Ngọc'))} {given}"

    def some(share: float, value: str | int) -> str | int:
        return value if dice.random() < share else ""

    day = f"{dice.randint(1, 28):02d}/{dice.randint(1, 12):02d}/{born}"
    if number % WRONG_EVERY == 0:
        day = "31/02/1980"
    return [
        name, f"000{number:09d}", "Nữ" if female else "Nam", day, dice.choice(("Kinh", "Kinh", "Kinh", "Khmer", "Hoa")),
        some(0.2, "Phật giáo"), f"Xã Ví Dụ {number % 90}", f"Ấp Thử {number % 700}", f"09{number:08d}",
        f"01/09/{born + 23}", "12/12", dice.choice(("Đại học", "ĐH", "Thạc sĩ", "Cao đẳng", "Trung cấp")),
        dice.choice(("Luật", "Kế toán", "Đất đai", "Công nghệ thông tin")), "Trường Đại học Mẫu", born + 22,
        dice.choice(("Sơ cấp", "Trung cấp", "Cao cấp")), "Trường Chính trị Mẫu", 2015 + number % 10,
        dice.choice(("Chuyên viên", "CVC", "Cán sự")), f"01.003 bậc {number % 9 + 1}", f"01/0{number % 9 + 1}/2024",
        dice.choice(("HTTNV", "Hoàn thành xuất sắc", "HTNV")), 2025, some(0.3, "x"), some(0.4, 2019),
        some(0.15, "Lớp lãnh đạo"), some(0.3, "Chứng chỉ"), some(0.5, 2021), some(0.2, "B1"), some(0.2, "Bằng khen"),
        "", some(0.2, "15/05/2023"), some(0.01, "Khiển trách"), "", some(0.3, "Đủ sức khỏe"), code,
        "Chuyên viên", "01/01/2026", f"{number % 50 + 1}/QĐ-UBND", "20/12/2025",
    ]  # fmt: skip


def _write(section: str) -> None:
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Figures of the workforce\n"
    kept = re.sub(rf"\n?{re.escape(HEAD)}\n.*?(?=\n## |\Z)", "", text, flags=re.S).rstrip()
    PAGE.write_text(f"{kept}\n\n{section}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
