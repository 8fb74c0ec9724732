"""Units of measure: which spellings mean the same, and which are a fixed multiple of another. Pure.

Only multiples that hold by definition are known ("tỷ đồng" and "triệu đồng", "ha" and "m2"); everything else is
for a person to convert.
"""

from __future__ import annotations

from decimal import Decimal

from vanban.text.normalize import nfc

_D = Decimal
_SCALES: tuple[dict[str, Decimal], ...] = (
    {
        "đồng": _D(1), "nghìn đồng": _D(10) ** 3, "triệu đồng": _D(10) ** 6, "tỷ đồng": _D(10) ** 9,
        "nghìn tỷ đồng": _D(10) ** 12,
    },
    {"m2": _D(1), "ha": _D(10) ** 4, "km2": _D(10) ** 6, "nghìn ha": _D(10) ** 7},
    {"m": _D(1), "km": _D(1000)},
    {"kg": _D(1), "tạ": _D(100), "tấn": _D(1000), "nghìn tấn": _D(10) ** 6, "triệu tấn": _D(10) ** 9},
    {"người": _D(1), "nghìn người": _D(1000), "triệu người": _D(10) ** 6},
    {"lượt": _D(1), "nghìn lượt": _D(1000), "triệu lượt": _D(10) ** 6},
    {"hộ": _D(1), "nghìn hộ": _D(1000)},
)  # fmt: skip
_WORDS = {"tỉ": "tỷ", "ngàn": "nghìn", "hecta": "ha", "m²": "m2", "km²": "km2"}


def measure_key(measure: str) -> str:
    """Return the form by which two units of measure are compared: accents count, capitals and spellings do not."""
    words = nfc(measure).lower().split()
    key = " ".join(_WORDS.get(word, word) for word in words)
    return "%" if key == "phần trăm" else key


def converted(value: Decimal, given: str, wanted: str) -> Decimal | None:
    """Return a value in another unit of measure, None where they are not multiples of each other."""
    start, end = measure_key(given), measure_key(wanted)
    if start == end:
        return value
    for scale in _SCALES:
        if start in scale and end in scale:
            return value * scale[start] / scale[end]
    return None
