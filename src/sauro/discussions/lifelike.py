"""Comments of the generated history, with the same rows as writing one makes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sauro.demo.lifelike.followers import Follower
from sauro.demo.lifelike.ledger import Deed
from sauro.discussions import events
from sauro.discussions.enums import Audience
from sauro.discussions.models import Comment, Mention
from sauro.organizations.models import Unit

if TYPE_CHECKING:
    from sauro.demo.lifelike.works import Work


class CommentFollower(Follower):
    """Writes down what people say to both sides."""

    models = (Comment, Mention)

    def said(self, deed: Deed, work: Work, text: str, named: Unit | None) -> None:
        """Mirror ``write_comment``. Who does not act for the giver's unit acts for the body."""
        ledger, actor = self.stage.ledger, deed.who.actor
        if actor.user_id is None:
            raise AssertionError("only people say something")
        comment = Comment(
            id=ledger.ids.at(deed.at), assignment=work.row, domain=work.row.domain, audience=Audience.BOTH, text=text,
            author_id=actor.user_id, author_name=actor.name, author_unit_name=actor.unit_name, written_at=deed.at,
            is_touch=not self._is_of_the_giver(work, actor.user_id),
        )  # fmt: skip
        ledger.insert(deed, comment)
        work.family.rows.append(comment)
        if named is not None:
            mention = Mention(id=ledger.ids.at(deed.at), comment=comment, unit=named, label=named.name)
            ledger.insert(deed, mention)
            work.family.rows.append(mention)
        if comment.is_touch:
            work.row.commented_at = deed.at
            ledger.update(deed, work.row)
        changes = {"audience": [None, str(Audience.BOTH)], "files": [None, 0], "named": [None, int(named is not None)]}
        ledger.event(deed, events.WRITTEN, comment, changes=changes)
        if named is not None:
            for follower in self.stage.acts.followers:
                follower.mentioned(deed, work, comment.pk, named)

    def _is_of_the_giver(self, work: Work, user_id: UUID | None) -> bool:
        givers = self.stage.staff[work.row.giver_unit_id].deciders
        return any(who.actor.user_id == user_id for who in givers)
