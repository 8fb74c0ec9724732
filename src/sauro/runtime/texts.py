"""Vietnamese sentences of the command line, translated when the site asks for English.

Django is not running yet when most of them are said, so the standard library's gettext reads the same catalogue.
Without a compiled catalogue the Vietnamese source text is shown.
"""

from __future__ import annotations

import gettext as standard_gettext
import sys
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from sauro import env

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LOCALE_FOLDER = Path(__file__).resolve().parents[1] / "locale"


@lru_cache(maxsize=1)
def _catalogue() -> standard_gettext.NullTranslations:
    return standard_gettext.translation("django", LOCALE_FOLDER, languages=[language()], fallback=True)


def language() -> str:
    """Return the code of the language of the site."""
    return env.choice("SAURO_LANGUAGE", ("vi", "en"), "vi")


def gettext(message: str) -> str:
    """The message in the language of SAURO_LANGUAGE (vi, the default, or en)."""
    return _catalogue().gettext(message)


def gettext_noop(message: str) -> str:
    """Mark a message for translation where it stands; it is translated where it is shown."""
    return message


def vietnam_time(instant: datetime) -> str:
    """An aware instant as the pages show it: hour and day in Vietnam, wherever the machine stands."""
    return f"{instant.astimezone(VIETNAM):%H:%M %d/%m/%Y}"


def say(message: str) -> None:
    """Print one line for the person at the terminal, at once even through a pipe."""
    sys.stdout.write(message + "\n")
    sys.stdout.flush()


def complain(message: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
