"""Values of a JSON document with their places; what is wrong is noted, not raised, so that all is said at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from vanban.compose.validation import Fault

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Node:
    """A value, its place ("body[2].rows[0]"), and the faults found so far in the whole document."""

    value: object
    where: str
    faults: list[Fault]

    def wrong(self, message: str) -> None:
        """Note that this value is wrong."""
        self.faults.append(Fault(self.where, message))

    def child(self, value: object, name: str) -> Node:
        """A value within this one."""
        return Node(value, f"{self.where}.{name}" if self.where else name, self.faults)

    def fields(self, *known: str) -> dict[str, Node] | None:
        """The fields of an object; None when it is none. Fields that are not ``known`` are noted."""
        if not isinstance(self.value, dict):
            self.wrong("Phải là một đối tượng {…}.")
            return None
        for name in self.value:
            if name not in known:
                self.child(None, str(name)).wrong(f"Không có trường này; các trường là: {', '.join(known)}.")
        return {name: self.child(self.value[name], name) for name in known if self.value.get(name) is not None}

    def entries(self) -> Iterator[Node]:
        """The entries of a list."""
        if not isinstance(self.value, list):
            self.wrong("Phải là một danh sách […].")
            return
        for place, entry in enumerate(self.value):
            yield Node(entry, f"{self.where}[{place}]", self.faults)

    def string(self) -> str:
        """A string; "" when it is none."""
        if isinstance(self.value, str):
            return self.value
        self.wrong("Phải là chữ trong dấu ngoặc kép.")
        return ""

    def strings(self) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one."""
        if isinstance(self.value, str):
            return (self.value,)
        return tuple(entry.string() for entry in self.entries())

    def switch(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            self.wrong("Phải là true hoặc false.")
        return self.value is True

    def whole(self) -> int:
        """A number of 1 and more."""
        if isinstance(self.value, int) and not isinstance(self.value, bool) and self.value > 0:
            return self.value
        self.wrong("Phải là số nguyên từ 1.")
        return 1

    def choice(self, choices: type[_Choice]) -> _Choice | None:
        """One of the values of an enumeration."""
        if isinstance(self.value, str) and self.value in list(choices):
            return choices(self.value)
        self.wrong(f"Phải là một trong: {', '.join(choices)}.")
        return None

    def day(self) -> date | None:
        """A date written 2026-09-05."""
        try:
            return date.fromisoformat(self.value if isinstance(self.value, str) else "")
        except ValueError:
            self.wrong("Phải là ngày viết theo dạng 2026-09-05.")
            return None
