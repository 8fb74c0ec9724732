"""Marks of state secrets in page headers and footers.

What pages repeat around their text is left out of a document, but never such a mark: whoever takes documents in has to
see it (Law 29/2018/QH14 on the protection of state secrets). Judging the mark is not the reader's business.
"""

from __future__ import annotations

import re

from vanban.text.normalize import nfc

_ALONE = re.compile(r"\W*(?:(?:dấu )?độ mật\W*)?(?:tuyệt |tối )?mật\W*", re.IGNORECASE)
_IN_CAPITALS = re.compile(r"(?<!\w)MẬT(?!\w)")


def has_secrecy_mark(text: str) -> bool:
    """Whether a line is, or carries in capitals, one of the marks MẬT, TỐI MẬT, TUYỆT MẬT."""
    text = " ".join(nfc(text).split())
    return _ALONE.fullmatch(text) is not None or _IN_CAPITALS.search(text) is not None
