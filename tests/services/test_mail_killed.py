"""A worker killed between sending and recording: the mail comes twice, says so, and is never missing."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from orgflow.domain.access.roles import Role
from orgflow.domain.notices.delivery import CLAIM_LASTS, MailMode, MailState
from tests.factories.mailing import SENDER, MailOffice
from tests.factories.office import Clock, Office
from tests.mail_server import MailServerHere


def test_a_mail_whose_worker_died_after_sending_comes_again_and_is_marked(
    office: Office, database_url: str, tmp_path: Path, mail_server: MailServerHere
) -> None:
    post = MailOffice(office, mail_server.url)
    post.wishes(Role.AUDITOR, MailMode.AT_ONCE)
    post.tell(Role.AUDITOR)
    worker = _a_worker(database_url, tmp_path, mail_server.url)
    mail_server.box.on_data = lambda: os.kill(worker.pid, signal.SIGKILL)

    died = worker.wait(timeout=60)

    mail_server.box.on_data = lambda: None
    assert died == -signal.SIGKILL
    assert len(mail_server.box.arrived) == 1
    later = Clock.at(datetime.now(UTC) + CLAIM_LASTS * 2)
    after = MailOffice(replace(office, resources=replace(office.resources, clock=later)), mail_server.url)
    assert after.send_due() == [MailState.SENT]
    first, second = mail_server.box.ids()
    assert first == second
    assert (after.line().state, after.line().may_be_double) == (MailState.SENT, True)


def _a_worker(database_url: str, folder: Path, mail_url: str) -> subprocess.Popen[bytes]:
    """Start the program that does what is due once; its clock is the machine's."""
    told = {
        "ORGFLOW_DATABASE_URL": database_url,
        "ORGFLOW_SMTP_URL": mail_url,
        "ORGFLOW_MAIL_FROM": SENDER,
        "ORGFLOW_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    }
    program = Path(sys.executable).with_name("orgflow")
    return subprocess.Popen([program, "jobs", "--once", "--data", str(folder)], env={**os.environ, **told})
