"""Where mail and the queue go is a setting; one that cannot be kept stops the start with a sentence."""

from pathlib import Path

import pytest

from orgflow.cli.serving import ACCOUNTS_FILE
from orgflow.config import SettingRefused, read_settings
from orgflow.domain.access.roles import Role
from orgflow.domain.notices.delivery import MailMode
from tests.cli.running import orgflow
from tests.factories.mailing import MailOffice
from tests.factories.office import an_office
from tests.mail_server import MailServerHere, free_port

FROM = "orgflow@contoh.go.id"
MAIL_URLS = (
    "smtp://127.0.0.1:2525",
    "smtp://surel.contoh.go.id",
    "smtp://kantor:sandi@localhost",
    "smtp+starttls://kantor:sandi@surel.contoh.go.id:587",
    "smtps://kantor:s%40ndi@surel.contoh.go.id",
)
UNFIT_MAIL_URLS = (
    "surel.contoh.go.id",
    "http://surel.contoh.go.id",
    "smtp://",
    "smtp://surel.contoh.go.id:0",
    "smtp://surel.contoh.go.id:70000",
    "smtp://surel.contoh.go.id/folder",
    "smtp://kantor:sandi@surel.contoh.go.id",
)
UNFIT_QUEUES = ("amqp://localhost", "sqlite://queue.db", "redis:", "postgresql:", "mysql://localhost/antrean")


@pytest.mark.parametrize("url", MAIL_URLS)
def test_a_mail_server_is_kept_as_told(url: str, tmp_path: Path) -> None:
    settings = read_settings({"ORGFLOW_SMTP_URL": url, "ORGFLOW_MAIL_FROM": FROM}, tmp_path)

    assert (settings.smtp_url, settings.mail_from) == (url, FROM)


@pytest.mark.parametrize("url", UNFIT_MAIL_URLS)
def test_what_is_no_mail_server_or_would_give_the_password_away_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingRefused):
        read_settings({"ORGFLOW_SMTP_URL": url, "ORGFLOW_MAIL_FROM": FROM}, tmp_path)


@pytest.mark.parametrize("address", [None, "orgflow"])
def test_mail_comes_from_an_address(address: str | None, tmp_path: Path) -> None:
    told = {"ORGFLOW_SMTP_URL": "smtp://127.0.0.1", **({"ORGFLOW_MAIL_FROM": address} if address else {})}

    with pytest.raises(SettingRefused):
        read_settings(told, tmp_path)


@pytest.mark.parametrize("url", UNFIT_QUEUES)
def test_a_queue_on_anything_else_is_refused(url: str, tmp_path: Path) -> None:
    refused = orgflow("jobs", data=tmp_path, told={"ORGFLOW_QUEUE_URL": url})

    assert refused.returncode == 2
    assert "ORGFLOW_QUEUE_URL harus sqlite:///BERKAS, postgresql://" in refused.stderr


@pytest.mark.parametrize("scheme", ["redis", "postgresql"])
def test_a_queue_that_does_not_answer_is_told_in_a_sentence(scheme: str, tmp_path: Path) -> None:
    orgflow("init", data=tmp_path)

    refused = orgflow(
        "jobs", data=tmp_path, told={"ORGFLOW_QUEUE_URL": f"{scheme}://127.0.0.1:{free_port()}/0"}
    )

    assert refused.returncode == 1
    assert f"Antrean pekerjaan ({scheme}) tidak dapat dipakai." in refused.stderr


def test_what_is_due_is_done_once_and_the_command_ends(tmp_path: Path) -> None:
    orgflow("init", data=tmp_path)

    done = orgflow("jobs", "--once", data=tmp_path)

    assert (done.returncode, done.stdout) == (0, "Selesai: 0 pekerjaan.\n")


def test_the_way_to_the_page_is_known_where_people_reach_it_from_elsewhere(tmp_path: Path) -> None:
    outside = {"ORGFLOW_HTTPS": "1", "ORGFLOW_TRUSTED_HOSTS": "orgflow.contoh.go.id, localhost"}

    assert read_settings(outside, tmp_path).public_address == "https://orgflow.contoh.go.id"
    assert read_settings({}, tmp_path).public_address == ""


def test_the_demonstration_sends_no_mail(
    sqlite_url: str, tmp_path: Path, mail_server: MailServerHere
) -> None:
    office = an_office(sqlite_url, tmp_path)
    post = MailOffice(office, mail_server.url)
    post.wishes(Role.AUDITOR, MailMode.AT_ONCE)
    post.tell(Role.AUDITOR)
    office.close()
    told = {
        "ORGFLOW_DATABASE_URL": sqlite_url,
        "ORGFLOW_SMTP_URL": mail_server.url,
        "ORGFLOW_MAIL_FROM": FROM,
        "ORGFLOW_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    }
    accounts = tmp_path / ACCOUNTS_FILE

    accounts.write_text("[]")
    as_demonstration = orgflow("jobs", "--once", data=tmp_path, told=told)
    assert (as_demonstration.stdout, mail_server.box.arrived) == ("Selesai: 0 pekerjaan.\n", [])
    accounts.unlink()
    orgflow("jobs", "--once", data=tmp_path, told=told)

    assert len(mail_server.box.arrived) == 1
