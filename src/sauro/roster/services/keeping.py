"""How long the file of an import and what its check found are kept: they repeat what dossiers hold sealed."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict
from sauro.roster import events
from sauro.roster.enums import WORKING, ImportState
from sauro.roster.models import ImportFault, ImportFile, ImportRow, PeopleImport
from sauro.roster.policies import import_policy

KEPT = dt.timedelta(days=30)
"""How long after the upload."""


@transaction.atomic
def drop_import(*, actor: Actor, import_id: UUID) -> PeopleImport:
    """Give up an import: its file and findings are deleted now. What was written stays. Raises ``not-now``."""
    run = import_policy.get_locked(actor, import_id)
    import_policy.require(actor, "act", run)
    if run.state in WORKING:
        raise Conflict("not-now", _("Đang chạy; hãy đợi xong rồi bỏ."))
    if run.state == ImportState.DROPPED:
        raise Conflict("dropped-already", _("Lần nhập này đã bỏ."))
    _empty(run)
    if run.state != ImportState.DONE:
        run.state = ImportState.DROPPED
        run.save()
    record_event(actor=actor, event=events.DROPPED, obj=run)
    return run


def throw_away_old() -> int:
    """Delete the files and findings of imports older than :data:`KEPT`. Returns how many imports that were."""
    old = PeopleImport.objects.filter(made_at__lt=now() - KEPT, file__isnull=False)
    old = old.exclude(state__in=WORKING)
    count = 0
    for run in old:
        with transaction.atomic():
            _empty(run)
            if run.state != ImportState.DONE:
                run.state = ImportState.DROPPED
                run.save()
        count += 1
    return count


def _empty(run: PeopleImport) -> None:
    for model in (ImportFile, ImportFault, ImportRow):
        model.objects.filter(run=run).delete()
