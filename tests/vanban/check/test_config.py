"""The configuration file: what it may say, and how it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.check.config import BadConfig, find_config, load_config, parse_config
from vanban.results import Severity


def test_everything_it_may_say() -> None:
    settings = parse_config(
        'preview = true\nselect = ["SL", "TG001"]\nignore = ["ratio-mismatch"]\n[severity]\nSL = "info"\n'
        '[[exceptions]]\ncode = "SL"\nfile = "báo cáo*.docx"\nreason = "Số liệu ước."\n'
    )
    assert settings.preview
    assert settings.select == ("SL", "TG001")
    assert settings.ignore == ("ratio-mismatch",)
    assert settings.severity == {"SL": Severity.INFO}
    (exception,) = settings.exceptions
    assert (exception.code, exception.file, exception.reason) == ("SL", "báo cáo*.docx", "Số liệu ước.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select = [", "cú pháp"),
        ('slect = ["SL"]', "slect"),
        ('select = "SL"', "danh sách"),
        ('select = ["XY"]', "XY"),
        ("select = [1]", "danh sách"),
        ('preview = "có"', "true"),
        ('[severity]\nSL001 = "nặng"', "SL001"),
        ('[severity]\nXX = "info"', "XX"),
        ('severity = "info"', "bảng"),
        ('exceptions = "SL001"', "danh sách"),
        ('[[exceptions]]\ncode = "SL001"\ntext = "a"\n', "lý do"),
        ('[[exceptions]]\ncode = "SL001"\ntext = "a"\nreason = "  "\n', "lý do"),
        ('[[exceptions]]\ntext = "a"\nreason = "b"\n', "code"),
        ('[[exceptions]]\ncode = "SL001"\nreason = "b"\n', "text"),
        ('[[exceptions]]\ncode = "XX"\ntext = "a"\nreason = "b"\n', "XX"),
        ('[[exceptions]]\ncode = "SL001"\ntext = 5\nreason = "b"\n', "ngoại lệ thứ 1"),
        ('[[exceptions]]\ncode = "SL001"\ntext = "a"\nreason = "b"\nwhy = "c"\n', "why"),
    ],
)
def test_what_it_may_not_say(text: str, said: str) -> None:
    with pytest.raises(BadConfig) as refused:
        parse_config(text)
    assert said in refused.value.message


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_config(below) is None or find_config(below) not in below.iterdir()
    (tmp_path / "a" / "vanban.toml").write_text("", encoding="utf-8")
    assert find_config(below) == tmp_path / "a" / "vanban.toml"


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vanban.toml"
    path.write_bytes("# số".encode("utf-16"))
    with pytest.raises(BadConfig):
        load_config(path)
