"""What a page says of particulars: in clear to those who keep records, masked for those who only view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import formats
from django.utils.functional import Promise

from sauro.workforce.fields import BIRTH_DATE, PARTICULARS, SEX, Field, Sensitivity
from sauro.workforce.models import Particulars
from sauro.workforce.selectors.people import MASK


def shown_particulars(stated: Particulars, *, in_clear: bool) -> Iterator[tuple[str | Promise, str, str | Promise]]:
    """Yield label, value and purpose of each field. Of a masked birth date the year is shown."""
    for field in PARTICULARS:
        yield field.label, _shown(stated, field, in_clear=in_clear), field.purpose


def _shown(stated: Particulars, field: Field, *, in_clear: bool) -> str:
    value = getattr(stated, field.code)
    if not value:
        return ""
    if not in_clear and field.sensitivity != Sensitivity.BASIC:
        return str(value.year) if field is BIRTH_DATE else MASK
    if field is SEX:
        return stated.get_sex_display()
    return formats.date_format(value, "SHORT_DATE_FORMAT") if isinstance(value, dt.date) else str(value)
