"""The one place where a broken rule or a failed request becomes an answer."""

from dataclasses import dataclass
from typing import Final

from flask import Flask, render_template, request, url_for
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import SignInRequired
from orgflow.domain.errors import Conflict, DomainError, Forbidden, NotFound, RuleBroken, Unavailable
from orgflow.web.current import current_actor, request_id
from orgflow.web.fields import FIELD_LABELS, PASSAGE_FIELD
from orgflow.web.messages import message_for
from orgflow.web.permissions import sign_in_address
from orgflow.web.security import ForeignHost, ForeignOrigin, UnreadableText
from orgflow.web.shell import home_address

Page = tuple[str, int]

STATUSES: Final[tuple[tuple[type[DomainError], int], ...]] = (
    (NotFound, 404),
    (Conflict, 409),
    (Forbidden, 403),
    (Unavailable, 503),
    (RuleBroken, 422),
)
OWN_STATUSES: Final = {"too_many_tries": 429, "storage_full": 507}


@dataclass(frozen=True, slots=True)
class ErrorView:
    """What ``errors/error.html`` asks for."""

    title: str
    what: str
    why: str
    todo: str
    url: str
    link: str
    reference: str


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """One field of a conflict: what is saved now, and what was typed."""

    name: str
    label: str
    saved: str
    typed: str
    kind: str = "text"
    value: str = ""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What ``errors/conflict.html`` asks for; without fields nothing had been typed."""

    title: str
    url: str
    revision: int
    page_url: str
    page_label: str
    fields: tuple[TwoTexts, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    saved_by: str = ""
    saved_at: str = ""


@dataclass(frozen=True, slots=True)
class TypedText:
    """Something that was typed and not saved."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ExpiredView:
    """What ``errors/expired.html`` asks for."""

    url: str
    link: str
    typed: tuple[TypedText, ...]


def status_of(error: DomainError) -> int:
    """Return the status of the answer to a broken rule."""
    own = OWN_STATUSES.get(error.code)
    return own or next((status for kind, status in STATUSES if isinstance(error, kind)), 422)


def conflict_page(conflict: ConflictView) -> Page:
    """Return the page that shows both texts to who saved second."""
    return render_template("errors/conflict.html", conflict=conflict), 409


def register_errors(app: Flask) -> None:
    """Answer every error with a page that says what to do."""
    app.register_error_handler(DomainError, answer_rule)
    app.register_error_handler(CSRFError, answer_expired)
    app.register_error_handler(HTTPException, answer_request)


def answer_rule(error: DomainError) -> Page | Response:
    """Answer a broken rule; who is not signed in is led to the sign-in page."""
    if isinstance(error, SignInRequired):
        return Response(status=303, headers={"Location": sign_in_address()})
    return _page(_title(error), message_for(error), "", status_of(error))


def answer_expired(_error: CSRFError) -> Page:
    """Answer a form whose session ended meanwhile: what was typed is shown once more."""
    is_in = current_actor().user_id is not None
    view = ExpiredView(
        request.path if is_in and _opens_by_get() else url_for("access.sign_in"),
        gettext("Buka lagi halamannya") if is_in else gettext("Masuk lagi"),
        _typed_texts(),
    )
    return render_template("errors/expired.html", expired=view), 400


def answer_request(error: HTTPException) -> Page:
    """Answer a request that no view answers."""
    status = error.code or 500
    if isinstance(error, ForeignOrigin):
        return _page(
            gettext("Permintaan ditolak"),
            gettext("Formulir ini dikirim dari halaman situs lain, jadi tidak dijalankan."),
            gettext("Buka halamannya langsung di OrgFlow, lalu kirim dari sana."),
            status,
        )
    if isinstance(error, ForeignHost):
        return _page(
            gettext("Alamat tidak dikenal"),
            gettext("Alamat ini bukan alamat OrgFlow di sini. Tidak ada yang disimpan."),
            gettext("Buka OrgFlow dengan alamat yang diberikan administrator."),
            status,
        )
    if isinstance(error, UnreadableText):
        return _page(
            gettext("Permintaan tidak terbaca"),
            gettext("Alamat atau isian memuat huruf yang rusak. Tidak ada yang disimpan."),
            gettext("Kembali ke halaman sebelumnya, ketik ulang bagian itu, lalu kirim lagi."),
            status,
        )
    title, what, todo = _words_for(status)
    return _page(title, what, todo, status)


def _words_for(status: int) -> tuple[str, str, str]:
    match status:
        case 404:
            return (
                gettext("Halaman tidak ditemukan"),
                gettext("Alamat ini tidak ada, atau Anda tidak berwenang membukanya."),
                gettext("Periksa alamatnya, atau mulai dari Beranda."),
            )
        case 405:
            return (
                gettext("Halaman ini tidak dibuka dengan cara itu"),
                gettext("Alamat ini hanya menerima kiriman dari tombol di halamannya."),
                gettext("Mulai dari Beranda, lalu ulangi dari halaman yang dimaksud."),
            )
        case 413:
            return (
                gettext("Kiriman terlalu besar"),
                gettext("Berkas atau isian yang dikirim melebihi batas. Tidak ada yang disimpan."),
                gettext("Kembali, pilih berkas yang lebih kecil, lalu kirim lagi."),
            )
        case _ if status < 500:
            return (
                gettext("Permintaan tidak dapat dibaca"),
                gettext("Kiriman ini tidak lengkap atau rusak. Tidak ada yang disimpan."),
                gettext("Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi."),
            )
        case _:
            return (
                gettext("Ada yang tidak beres di OrgFlow"),
                gettext("Permintaan Anda tidak selesai karena kesalahan program. Tidak ada yang disimpan."),
                gettext("Coba lagi. Bila berulang, sampaikan nomor di bawah kepada administrator."),
            )


def _title(error: DomainError) -> str:
    match status_of(error):
        case 404:
            return gettext("Tidak ditemukan")
        case 409:
            return gettext("Diubah setelah halaman ini Anda buka")
        case 403:
            return gettext("Anda tidak berwenang")
        case 429:
            return gettext("Tunggu sebentar")
        case status if status >= 500:
            return gettext("Layanan sedang terganggu")
        case _:
            return gettext("Belum dapat dilakukan")


def _page(title: str, what: str, todo: str, status: int) -> Page:
    reference = request_id() if status >= 500 else ""
    view = ErrorView(title, what, "", todo, home_address(), gettext("Ke Beranda"), reference)
    return render_template("errors/error.html", error=view), status


def _opens_by_get() -> bool:
    return request.url_rule is not None and "GET" in (request.url_rule.methods or ())


def _typed_texts() -> tuple[TypedText, ...]:
    named = [(name, gettext(label)) for name, label in FIELD_LABELS.items()]
    passages = [(name, gettext("Bagian surat")) for name in request.form if name.startswith(PASSAGE_FIELD)]
    return tuple(
        TypedText(label, request.form[name].strip())
        for name, label in (*named, *passages)
        if request.form.get(name, "").strip()
    )
