"""`load_demo`: the invented province, its people and accounts, and some weeks of work."""

from __future__ import annotations

from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door, system_actor
from sauro.accounts.roles import Role
from sauro.common.errors import DomainError
from sauro.common.ids import new_id
from sauro.demo.accounts import create_people, demo_units
from sauro.demo.chapters import play_chapters, play_preludes
from sauro.demo.lifelike.loading import SEED, load_history
from sauro.demo.people import PASSWORD, PEOPLE
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.demo.work import play_story
from sauro.organizations.services.set_up import set_up_units
from sauro.runtime.folder import CHECKOUT
from sauro.tasks.models import WorkField
from sauro.tasks.services.fields import import_starting_list

SAMPLES = CHECKOUT / "samples" / "built"


class Command(BaseCommand):
    """Load the demo. May be repeated: what exists is left as it is."""

    help = "Nạp tỉnh mẫu: đơn vị, người, tài khoản, văn bản mẫu."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the arguments."""
        parser.add_argument("--tasks", type=int, default=0, help="số nhiệm vụ trong lịch sử được dựng thêm")
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument("--workforce", action="store_true", help="nạp cả đội ngũ 102 xã, phường, đặc khu")

    def handle(self, *_args: Any, tasks: int, seed: int, workforce: bool = False, **_options: Any) -> None:
        """Load everything, then print the accounts."""
        actor = system_actor(str(new_id()), door=Door.COMMAND, name="Nạp dữ liệu mẫu")
        try:
            with pghistory.context(request=actor.request_id, door=str(actor.door)):
                set_up_units(actor=actor, province=PROVINCE, communes=demo_communes(), earlier=SINCE)
                create_people(actor=actor)
                if not WorkField.objects.exists():
                    import_starting_list(actor=actor)
                if tasks:
                    self._load_history(actor, tasks, seed)
                story = play_story(SAMPLES)
                if workforce:
                    play_preludes(actor, self.stdout.write)
                play_chapters()
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(_("Đã tiếp nhận %(count)s văn bản mẫu.") % {"count": len(story.taken_in)})
        for line in story.skipped:
            self.stderr.write(_("Bỏ qua một văn bản mẫu. %(line)s") % {"line": line})
        self._print_accounts()

    def _load_history(self, actor: Actor, tasks: int, seed: int) -> None:
        loaded = load_history(actor=actor, tasks=tasks, seed=seed, tell=lambda made: self.stdout.write(f"… {made}"))
        self.stdout.write(
            _("Đã dựng %(tasks)s nhiệm vụ với %(events)s sự kiện.") % {"tasks": loaded.tasks, "events": loaded.events}
        )

    def _print_accounts(self) -> None:
        width = max(len(person.username) for person in PEOPLE)
        bodies = demo_units()
        self.stdout.write(_("Tài khoản mẫu (mật khẩu chung: %(password)s)") % {"password": PASSWORD})
        for person in PEOPLE:
            role = Role(person.grants[0].role).label
            told = f"{person.full_name}, {person.title} – {role}, {bodies[person.unit].name}"
            self.stdout.write(f"  {person.username:<{width}}  {told}")
