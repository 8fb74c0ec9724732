"""The database of this process: the server named by DATABASE_URL, or the embedded one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import psycopg

from sauro import env
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.postgres import APPLICATION, OWNER, Server
from sauro.runtime.texts import complain
from sauro.runtime.texts import gettext as _

APPLICATION_VARIABLE = "DATABASE_URL"
OWNER_VARIABLE = "SAURO_OWNER_DATABASE_URL"


@dataclass(frozen=True)
class Addresses:
    """Connection addresses of the two roles. `owner` may create and change tables, `application` may not."""

    application: str
    owner: str
    server: Server | None

    @property
    def embedded(self) -> bool:
        """Whether the database is our own, and not one that the site runs."""
        return self.server is not None

    def places(self, folder: DataFolder) -> str:
        """Where the installation keeps its data, for a person to read."""
        home = self.server.placement.home if self.server else None
        outside = home is not None and not home.is_relative_to(folder.root)
        return f"{folder.root}, {home}" if outside else str(folder.root)

    def tend(self) -> None:
        """Start the embedded server again, on its port, when it has died or was stopped by somebody else.

        Raises MachineError when it does not start, or when another program took its port meanwhile: the programs
        above hold the old address.
        """
        port = urlsplit(self.application).port
        if self.server is None or (self.server.port == port and not self.server.is_leaving):
            return
        complain(_("Cơ sở dữ liệu dừng đột ngột, đang chạy lại."))
        try:
            self.server.ensure_running(wanted_port=port)
        except psycopg.OperationalError as error:
            raise MachineError(_("Không khởi động được cơ sở dữ liệu.\n%(why)s") % {"why": error}) from error
        if self.server.port != port:
            raise MachineError(_("Cổng cũ của cơ sở dữ liệu đã bị chương trình khác lấy. Hãy chạy lại sauro run."))
        complain(_("Cơ sở dữ liệu đã chạy lại."))

    @property
    def application_role(self) -> str | None:
        """The role that needs rights on tables it does not own; None when the owner itself does the work."""
        roles = [unquote(urlsplit(url).username or "") for url in (self.application, self.owner)]
        return None if roles[0] == roles[1] else roles[0]

    def variables(self, *, as_owner: bool = False) -> dict[str, str]:
        """The environment for a Django process that acts as the application, or (to migrate) as the owner."""
        first = self.owner if as_owner else self.application
        return {**os.environ, "PYTHONUTF8": "1", APPLICATION_VARIABLE: first, OWNER_VARIABLE: self.owner}

    def publish(self, *, as_owner: bool = False) -> None:
        """Put `variables` into the environment of this very process, before Django reads it."""
        os.environ.update(self.variables(as_owner=as_owner))


@contextmanager
def available(folder: DataFolder) -> Iterator[Addresses]:
    """Addresses that answer while the block runs. The embedded server is started when nobody has, and stopped again by
    its last user. A site's own server is only named; without SAURO_OWNER_DATABASE_URL one role does both."""
    application = env.secret(APPLICATION_VARIABLE, "")
    if application:
        yield Addresses(application, env.secret(OWNER_VARIABLE, application), server=None)
        return
    server = Server.of(folder)
    with server.in_use():
        yield Addresses(server.url(APPLICATION), server.url(OWNER), server=server)
