"""An office whose people want mail, and the worker that sends it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from orgflow.domain.access.roles import Role, system_actor
from orgflow.domain.notices.delivery import MailMode, MailState
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import UserId
from orgflow.mail.server import Mailer, MailServer
from orgflow.services.context import Context
from orgflow.services.mail_wishes import SetMailWish, set_mail_wish
from orgflow.services.mailing import due_mails, send_mail
from orgflow.services.notices import tell
from orgflow.services.outbox_pages import MailLine, OutboxPage, show_outbox
from orgflow.services.use_case import housekeeping
from tests.factories.office import Clock, Office

SENDER = "orgflow@contoh.go.id"
_tell = housekeeping(tell)


@dataclass(frozen=True, slots=True)
class MailOffice:
    """An office with a mail server at an address."""

    office: Office
    url: str

    def context(self, role: Role) -> Context:
        """Return the context of a role's holder."""
        return self._with_mailer(self.office.context(role))

    @property
    def worker(self) -> Context:
        """The context of the jobs, which belong to no government."""
        return self._with_mailer(Context(self.office.resources, system_actor("uji")))

    def user(self, role: Role) -> UserId:
        """Return the account of a role's holder."""
        user_id = self.office.actors[role].user_id
        assert user_id is not None
        return user_id

    def wishes(self, role: Role, mode: MailMode, address: str | None = None) -> None:
        """Let a role's holder choose how to be told."""
        asked = address if address is not None else f"{role}@contoh.go.id"
        set_mail_wish(self.context(role), SetMailWish(mode, asked))

    def tell(self, role: Role, task: str = "Ganti kop") -> None:
        """Tell a role's holder of something."""
        _tell(self.office.as_system(), NoticeKind.TASK_GIVEN, None, [self.user(role)], task=task)

    def send_due(self) -> list[MailState | None]:
        """Send what is due and return how each stands then."""
        return [send_mail(self.worker, mail_id) for mail_id in due_mails(self.worker, 50)]

    def later(self, wait: timedelta) -> None:
        """Let time pass."""
        moved = Clock.at(self.office.clock.now + wait)
        self.office.clock.__dict__.update(moved.__dict__)

    def outbox(self) -> OutboxPage:
        """Return the outbox as whoever keeps the settings sees it."""
        return show_outbox(self.context(Role.SYSTEM_ADMINISTRATOR))

    def line(self) -> MailLine:
        """Return the one mail in the outbox that needs a look."""
        (line,) = self.outbox().lines
        return line

    def _with_mailer(self, ctx: Context) -> Context:
        mailer = Mailer(MailServer.at(self.url), SENDER)
        return replace(ctx, resources=replace(ctx.resources, mailer=mailer))
