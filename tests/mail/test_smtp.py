"""A mail is handed to a real server whole, and of each failure it is known what the server may have done."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from orgflow.domain.notices.delivery import MailFault
from orgflow.mail.message import OutgoingMail
from orgflow.mail.server import Mailer, MailServer
from orgflow.mail.smtp import MailNotSent, hand_over
from tests.mail_server import PASSWORD, USER, MailBox, MailServerHere, free_port, serving

SENDER = "orgflow@contoh.go.id"
TEXT = "Yth. Penerima,\n\n.Baris yang diawali titik – dan kata “asing”.\n..\nSelesai\n"
MAIL = OutgoingMail(
    UUID(int=7),
    'Budi, "S.Sos." Élan',
    "budi@contoh.go.id",
    "Usulan Biro Humas\nBcc: lain@contoh.go.id " + "panjang " * 40,
    TEXT,
    datetime(2026, 3, 2, 2, tzinfo=UTC),
)


def a_mailer(url: str) -> Mailer:
    """Return a mailer that speaks to a server."""
    return Mailer(MailServer.at(url), SENDER)


def fault_of(mailer: Mailer) -> tuple[MailFault, int | None]:
    """Return why a mail is not taken."""
    with pytest.raises(MailNotSent) as refused:
        hand_over(mailer, MAIL)
    return refused.value.fault, refused.value.reply_code


def test_a_mail_arrives_word_for_word_and_to_its_receiver_alone(mail_server: MailServerHere) -> None:
    hand_over(a_mailer(mail_server.url), MAIL)

    (arrived,) = mail_server.box.arrived
    assert mail_server.box.receivers == [MAIL.to_address]
    assert arrived.get_content().replace("\r\n", "\n") == TEXT
    assert arrived["Message-ID"] == f"<{MAIL.id}@contoh.go.id>"
    assert arrived["Bcc"] is None
    assert len(arrived["Subject"]) <= 150
    assert arrived["To"].addresses[0].display_name == MAIL.to_name
    assert arrived["From"].addresses[0].addr_spec == SENDER


def test_what_the_server_says_of_the_receiver_or_the_mail_is_kept(mail_server: MailServerHere) -> None:
    box, mailer = mail_server.box, a_mailer(mail_server.url)

    box.rcpt = "550 unknown"
    assert fault_of(mailer) == (MailFault.REFUSED, 550)
    box.rcpt = "451 later"
    assert fault_of(mailer) == (MailFault.DEFERRED, 451)
    box.rcpt, box.data = "250 taken", "554 spam"
    assert fault_of(mailer) == (MailFault.REFUSED, 554)
    box.data = "452 full"
    assert fault_of(mailer) == (MailFault.DEFERRED, 452)

    assert box.arrived == []


def test_no_server_is_no_mail() -> None:
    assert fault_of(a_mailer(f"smtp://127.0.0.1:{free_port()}")) == (MailFault.UNREACHABLE, None)


def test_a_connection_that_breaks_after_the_mail_leaves_it_open_whether_it_was_taken() -> None:
    box = MailBox()
    box.on_data = box.hang_up
    with serving(box) as port:
        assert fault_of(a_mailer(f"smtp://127.0.0.1:{port}")) == (MailFault.UNSURE, None)

    assert len(box.arrived) == 1


def test_a_mail_goes_under_tls_with_a_password_where_the_address_says_so(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    box = MailBox()
    with serving(box, certificate=_server_side(certificate)) as port:
        hand_over(a_mailer(_secure_url(port, PASSWORD)), MAIL)
        wrong = fault_of(a_mailer(_secure_url(port, "lain")))

    assert len(box.arrived) == 1
    assert wrong == (MailFault.DEFERRED, 535)


def test_a_server_that_nobody_vouches_for_is_given_neither_mail_nor_password(certificate: Path) -> None:
    box = MailBox()
    with serving(box, certificate=_server_side(certificate)) as port:
        assert fault_of(a_mailer(_secure_url(port, PASSWORD))) == (MailFault.UNREACHABLE, None)

    assert box.arrived == []


def test_a_password_is_never_shown() -> None:
    assert PASSWORD not in repr(a_mailer(_secure_url(587, PASSWORD)))


def test_a_name_without_letters_does_not_stop_a_mail(mail_server: MailServerHere) -> None:
    hand_over(a_mailer(mail_server.url), replace(MAIL, to_name=""))

    assert len(mail_server.box.arrived) == 1


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine with its key, vouched for by itself alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


def _server_side(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def _secure_url(port: int, password: str) -> str:
    return f"smtp+starttls://{USER}:{quote(password, safe='')}@127.0.0.1:{port}"
