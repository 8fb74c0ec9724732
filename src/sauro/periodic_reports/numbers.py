"""Numbers as people type and read them: 1.234,5. No database."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from sauro.common.errors import DomainError

_TYPED = re.compile(r"(?P<sign>-?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<rest>\d+))?", re.ASCII)
_LONGEST = 30


def read_number(text: str) -> Decimal | None:
    """Return the number somebody typed, None for nothing.

    Dots group thousands, a comma begins the decimals. Raises ``DomainError`` for everything else, "1.5" as well: it is
    one and a half to some and fifteen hundred to others.
    """
    typed = text.strip().replace("\u00a0", "").replace(" ", "").replace("−", "-")
    if not typed:
        return None
    found = _TYPED.fullmatch(typed) if len(typed) <= _LONGEST else None
    if found is None:
        raise DomainError("not-a-number", _("Chưa đúng là một số. Viết như 1234 hoặc 1.234,5."), field="value")
    rest = found["rest"]
    return Decimal(f"{found['sign']}{found['whole'].replace('.', '')}{f'.{rest}' if rest else ''}")


def shown_number(value: Decimal | None, *, places: int | None = None) -> str:
    """Return a number as people read it, a dash for none; ``places`` rounds it to as many decimals."""
    if value is None:
        return "–"
    return formats.number_format(typed(value, places=places), use_l10n=True, force_grouping=True)


def typed(value: Decimal, *, places: int | None = None) -> Decimal:
    """Return a number without decimals that say nothing."""
    rounded = value if places is None else round(value, places)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()
