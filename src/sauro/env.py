"""Typed readers of environment variables.

Every setting comes from the environment through one of these functions. A value that cannot be understood stops the
start with a sentence that names the variable, what it holds and what is expected: a wrong setting is never guessed.
A secret may also come from a file: with `NAME_FILE=/some/path` in place of `NAME`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import time
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off"})


class SettingError(ValueError):
    """A variable is missing or holds something that cannot be used; the message says which and what to write."""


def text(name: str, default: str | None = None) -> str:
    """The value of `name`; `default` when unset or empty. Raises SettingError when there is neither."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise SettingError(f"{name} is not set")
    return default


def boolean(name: str, *, default: bool) -> bool:
    """A yes or no: 1/true/yes/on or 0/false/no/off in any case."""
    value = text(name, "").lower()
    if not value:
        return default
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise SettingError(f"{name}={value!r} is neither yes nor no: write 1 or 0")


def integer(name: str, default: int, *, minimum: int | None = None, maximum: int | None = None) -> int:
    """A whole number, within `minimum` and `maximum` (both included) when they are given."""
    value = text(name, "")
    number = default if not value else _parse(name, value, int, "a whole number")
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        low = "" if minimum is None else f"{minimum} or more"
        high = "" if maximum is None else f"{maximum} or less"
        raise SettingError(f"{name}={number} is out of range: {' and '.join(part for part in (low, high) if part)}")
    return number


def choice(name: str, allowed: Sequence[str], default: str) -> str:
    """One of the words in `allowed`."""
    value = text(name, default)
    if value not in allowed:
        raise SettingError(f"{name}={value!r} is not one of {', '.join(allowed)}")
    return value


def hours(name: str, default: str) -> tuple[time, time]:
    """A span of the day such as 07:30-11:30; it ends after it begins."""
    value = text(name, default)
    try:
        begins, ends = (time.fromisoformat(part.strip().zfill(5)) for part in value.split("-"))
    except ValueError as error:
        raise SettingError(f"{name}={value!r} is not a span of the day: write it as {default}") from error
    if begins >= ends:
        raise SettingError(f"{name}={value!r} ends before it begins")
    return begins, ends


def words(name: str, default: Sequence[str] = ()) -> list[str]:
    """A list of words separated by commas; empty items are dropped."""
    value = text(name, "")
    return [item.strip() for item in value.split(",") if item.strip()] if value else list(default)


def integers(name: str, default: Sequence[int]) -> tuple[int, ...]:
    """Whole numbers separated by commas, none below 0."""
    numbers = tuple(
        _parse(name, word, int, "a list of whole numbers") for word in words(name, [str(n) for n in default])
    )
    if any(number < 0 for number in numbers):
        raise SettingError(f"{name} holds a number below 0")
    return numbers


def path(name: str, default: Path) -> Path:
    """A file or folder as an absolute path; `~` stands for the home folder."""
    return Path(text(name, str(default))).expanduser().absolute()


def secret(name: str, default: str | None = None) -> str:
    """A secret from `NAME`, or from the file that `NAME_FILE` names (white space around it dropped)."""
    file_name = text(f"{name}_FILE", "")
    if not file_name:
        return text(name, default)
    try:
        value = Path(file_name).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingError(f"{name}_FILE={file_name!r} cannot be read: {error.strerror}") from error
    if not value:
        raise SettingError(f"{name}_FILE={file_name!r} is empty")
    return value


def _parse(name: str, value: str, kind: Callable[[str], T], wanted: str) -> T:
    try:
        return kind(value)
    except ValueError as error:
        raise SettingError(f"{name}={value!r} is not {wanted}") from error
