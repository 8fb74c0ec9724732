"""``vanban check``: what it prints, what it takes from options and configuration, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.vanban.building import FOOT, LETTERHEAD

from vanban.cli import main

CLEAN = f"{LETTERHEAD}\n1. Sở Y tế rà soát thuốc dự trữ, báo cáo trước ngày 20/3/2026.\n\n{FOOT}"
WRONG = CLEAN.replace("1. Sở Y tế", "Tỷ lệ nữ chiếm 40% (50/200).\n\n1. Sở Y tế")
Printed = pytest.CaptureFixture[bytes]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "đúng.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "sai.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "90")
    return tmp_path


def out(printed: Printed) -> str:
    return printed.readouterr().out.decode("utf-8")


def configure(folder: Path, text: str) -> None:
    (folder / "vanban.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_findings_are_shown_with_place_line_and_carets(capfdbinary: Printed) -> None:
    assert main(["check", "sai.txt", "--select", "SL"]) == 1
    lines = out(capfdbinary).splitlines()
    assert lines[0].startswith("sai.txt:")
    assert lines[0].endswith(":16: LỖI SL001 ratio-mismatch")
    assert lines[1] == "  50/200 = 25,0%, không phải 40%"
    assert lines[3].index("^") == lines[2].index("40%")
    assert lines[3].count("^") == len("40% (50/200)")
    assert "Thấy 1 tỷ lệ, xét được 1, báo 1 (SL001)." in lines
    assert lines[-1] == "1 phát hiện: 1 lỗi."


def test_the_gravest_are_printed_first_and_hints_only_when_asked_for(folder: Path, capfdbinary: Printed) -> None:
    hinted = WRONG.replace("1. Sở Y tế rà soát thuốc", "1. Sở Y tế sớm rà soát các khu khu thuốc")
    (folder / "sai.txt").write_text(hinted, encoding="utf-8")
    assert main(["check", "sai.txt"]) == 1
    usual = [line for line in out(capfdbinary).splitlines() if line.startswith("sai.txt:")]
    main(["check", "sai.txt", "--min-severity", "info"])
    whole = [line for line in out(capfdbinary).splitlines() if line.startswith("sai.txt:")]
    main(["check", "sai.txt", "--min-severity", "error"])
    last = out(capfdbinary).splitlines()
    levels = [next(level for level in ("LỖI", "CẢNH BÁO", "LƯU Ý") if f" {level} " in line) for line in whole]
    assert levels == sorted(levels, key=("LỖI", "CẢNH BÁO", "LƯU Ý").index)
    assert len(set(levels)) == 3
    assert usual == [line for line in whole if " LƯU Ý " not in line]
    assert [line for line in last if line.startswith("sai.txt:")] == [line for line in whole if " LỖI " in line]
    assert last[-1].endswith("xem hết bằng --min-severity info.")


@pytest.mark.usefixtures("folder")
def test_what_could_not_be_checked_is_said_at_the_end(capfdbinary: Printed) -> None:
    main(["check", "đúng.txt"])
    printed = out(capfdbinary)
    assert "Không kiểm tra được: định dạng tệp này không cho biết thể thức trình bày (" in printed


@pytest.mark.usefixtures("folder")
def test_one_file_as_json_is_the_list_of_findings(capfdbinary: Printed) -> None:
    assert main(["check", "sai.txt", "--json", "--select", "SL001"]) == 1
    (finding,) = json.loads(out(capfdbinary))
    assert set(finding) == {
        "code", "rule", "severity", "text", "start", "end", "message", "expected", "candidates",
    }  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_several_files_as_json_are_named(capfdbinary: Printed) -> None:
    assert main(["check", "đúng.txt", "sai.txt", "--json", "--select", "SL"]) == 1
    printed = json.loads(out(capfdbinary))
    assert [(one["file"], len(one["findings"])) for one in printed] == [("đúng.txt", 0), ("sai.txt", 1)]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("options", "codes"),
    [(["--select", "SL"], ["SL001"]), (["--select", "ratio-mismatch"], ["SL001"]), (["--select", "TG"], [])],
)
def test_rules_are_selected_by_family_code_and_name(options: list[str], codes: list[str], capfdbinary: Printed) -> None:
    assert main(["check", "sai.txt", "--json", *options]) == (1 if codes else 0)
    assert [one["code"] for one in json.loads(out(capfdbinary))] == codes


@pytest.mark.usefixtures("folder")
def test_rules_are_ignored(capfdbinary: Printed) -> None:
    assert main(["check", "sai.txt", "--json", "--select", "SL", "--ignore", "SL001"]) == 0
    assert json.loads(out(capfdbinary)) == []


@pytest.mark.parametrize("options", [["--select", "XX"], ["--ignore", "SL999"]])
def test_unknown_rules_are_refused(folder: Path, options: list[str], capfdbinary: Printed) -> None:
    assert main(["check", str(folder / "sai.txt"), *options]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert options[1] in printed.err.decode("utf-8")


def test_the_configuration_above_the_file_counts(folder: Path, capfdbinary: Printed) -> None:
    configure(folder, 'select = ["SL"]\n[severity]\nSL001 = "warning"\n')
    below = folder / "trong" / "nữa"
    below.mkdir(parents=True)
    (below / "sai.txt").write_text(WRONG, encoding="utf-8")
    assert main(["check", str(below / "sai.txt"), "--json"]) == 0
    assert [one["severity"] for one in json.loads(out(capfdbinary))] == ["warning"]


def test_an_exception_takes_a_finding_out_and_is_counted(folder: Path, capfdbinary: Printed) -> None:
    configure(folder, '[[exceptions]]\ncode = "SL001"\ntext = "40% (50/200)"\nreason = "Đã đối chiếu."\n')
    assert main(["check", "sai.txt", "--select", "SL"]) == 0
    printed = out(capfdbinary)
    assert "1 phát hiện được bỏ qua theo ngoại lệ có ghi lý do." in printed
    assert printed.rstrip().endswith("Không phát hiện lỗi.")


def test_an_exception_without_a_reason_is_refused(folder: Path, capfdbinary: Printed) -> None:
    configure(folder, '[[exceptions]]\ncode = "SL001"\ntext = "40%"\n')
    assert main(["check", "sai.txt"]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert "ghi lý do" in printed.err.decode("utf-8")


def test_the_named_configuration_is_used(folder: Path, capfdbinary: Printed) -> None:
    (folder / "khác.toml").write_text('ignore = ["SL"]\n', encoding="utf-8")
    assert main(["check", "sai.txt", "--json", "--select", "SL001", "--config", "khác.toml"]) == 0
    assert json.loads(out(capfdbinary)) == []
    assert main(["check", "sai.txt", "--config", "không có.toml"]) == 2


@pytest.mark.usefixtures("folder")
def test_an_unreadable_file_does_not_hide_the_others(capfdbinary: Printed) -> None:
    assert main(["check", "không có.txt", "sai.txt", "--json", "--select", "SL"]) == 2
    printed = capfdbinary.readouterr()
    assert "không có.txt" in printed.err.decode("utf-8")
    (read,) = json.loads(printed.out.decode("utf-8"))
    assert read["file"] == "sai.txt"
    assert [one["code"] for one in read["findings"]] == ["SL001"]


@pytest.mark.usefixtures("folder")
def test_sarif_has_what_the_standard_requires(capfdbinary: Printed) -> None:
    assert main(["check", "sai.txt", "--sarif", "--select", "SL"]) == 1
    log: dict[str, Any] = json.loads(out(capfdbinary))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    (result,) = run["results"]
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "SL001"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "sai.txt"
    region = place["region"]
    assert region["startColumn"] == 16
    assert region["endColumn"] - region["startColumn"] == region["charLength"] == len(region["snippet"]["text"])


def test_an_excepted_finding_is_suppressed_in_sarif(folder: Path, capfdbinary: Printed) -> None:
    configure(folder, '[[exceptions]]\ncode = "SL001"\nfile = "*.txt"\nreason = "Đã đối chiếu."\n')
    assert main(["check", "sai.txt", "--sarif", "--select", "SL"]) == 0
    (result,) = json.loads(out(capfdbinary))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "Đã đối chiếu."}]


def test_rules_are_listed_and_explained(capfdbinary: Printed) -> None:
    assert main(["check", "--show-rules"]) == 0
    assert any(line.startswith("SL001 ") for line in out(capfdbinary).splitlines())
    assert main(["check", "--explain", "sl001"]) == 0
    explained = out(capfdbinary)
    assert explained.startswith("SL001 ratio-mismatch: ")
    assert "Vì sao: " in explained
    assert main(["check", "--explain", "SL999"]) == 2


def test_a_file_is_needed(capfdbinary: Printed) -> None:
    assert main(["check"]) == 2
    assert len(capfdbinary.readouterr().err.decode("utf-8").strip().splitlines()) == 1


@pytest.mark.usefixtures("folder")
def test_no_colours_outside_a_terminal(capfdbinary: Printed) -> None:
    main(["check", "sai.txt"])
    assert b"\x1b[" not in capfdbinary.readouterr().out


@pytest.mark.usefixtures("folder")
def test_sarif_of_an_unreadable_file_is_no_success(capfdbinary: Printed) -> None:
    assert main(["check", "sai.txt", "khong-co.txt", "--sarif", "--select", "SL"]) == 2
    printed = capfdbinary.readouterr()
    (run,) = json.loads(printed.out)["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "khong-co.txt" in invocation["toolExecutionNotifications"][-1]["message"]["text"]
    assert run["results"]
    assert "không có tệp này" in printed.err.decode("utf-8")
    assert main(["check", "khong-co.txt", "--sarif"]) == 2
    assert json.loads(capfdbinary.readouterr().out)["runs"][0]["results"] == []
