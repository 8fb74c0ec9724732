"""Loads the synthetic province for `sauro demo --workforce` and says whether its records give the published figures."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.demo.chapters import Tell
from sauro.workforce.synthetic.loading import load_province
from sauro.workforce.synthetic.published import NOT_IN_DOSSIERS, PUBLISHED
from sauro.workforce.synthetic.recount import recount


def play_province(actor: Actor, tell: Tell) -> None:
    """Load the province, once, then count every figure anew from the records."""
    made = load_province(actor=actor)
    if made is None:
        tell(_("Đội ngũ mẫu đã có sẵn."))
        return
    words = _("Đã nạp %(people)s người trên %(seats)s biên chế, %(dossiers)s hồ sơ, %(rows)s dòng.")
    tell(words % {"people": made.people, "seats": made.seats, "dossiers": made.dossiers, "rows": made.rows})
    found = recount(today())
    asked = [one for one in PUBLISHED if one.code not in NOT_IN_DOSSIERS]
    differing = [one for one in asked if found.get(one.code, 0) != one.number]
    for one in differing:
        words = _("Lệch %(code)s: nghị quyết %(number)s, hồ sơ %(found)s.")
        tell(words % {"code": one.code, "number": one.number, "found": found.get(one.code, 0)})
    words = _("Đối chiếu với nghị quyết: %(same)s/%(all)s số liệu khớp.")
    tell(words % {"same": len(asked) - len(differing), "all": len(asked)})
