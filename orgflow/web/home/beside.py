"""Lainnya: the pages beside the five entries, as far as their reader may open them."""

from dataclasses import dataclass
from typing import Final

from flask import current_app, url_for
from flask_babel import LazyString, lazy_gettext

from orgflow.domain.access.roles import Actor
from orgflow.web.permissions import access_of
from orgflow.web.proposals.header import Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that few need."""

    title: str
    url: str
    note: str
    state: str = "rest"
    state_symbol: str = ""
    words: str = ""
    is_sample: bool = False


_PAGES: Final[tuple[tuple[str, LazyString, LazyString], ...]] = (
    (
        "organisation.show",
        lazy_gettext("Struktur"),
        lazy_gettext("Susunan unit kerja pada tanggal mana pun, dengan nama dan pejabatnya."),
    ),
    (
        "searching.show",
        lazy_gettext("Cari"),
        lazy_gettext("Unit dengan nama kapan pun, pejabat, dan peraturan."),
    ),
    (
        "importing.ask",
        lazy_gettext("Impor susunan"),
        lazy_gettext("Unit, jabatan, dan pejabat dari XLSX atau CSV, dengan pratinjau sebelum dicatat."),
    ),
    (
        "instruments.index",
        lazy_gettext("Peraturan"),
        lazy_gettext("Dasar hukum susunan organisasi, dengan pasal yang menyebut nama unit."),
    ),
    (
        "agenda.index",
        lazy_gettext("Agenda surat masuk"),
        lazy_gettext("Surat yang diterima menurut nomor agenda, dengan saringan, cetak, dan unduhan."),
    ),
    (
        "expedition.index",
        lazy_gettext("Buku ekspedisi"),
        lazy_gettext("Surat yang sudah diserahkan: kepada siapa, kapan, dan tanda terimanya."),
    ),
    (
        "partners.index",
        lazy_gettext("Mitra media"),
        lazy_gettext("Media yang bekerja sama menurut jenis dan masa kontrak, dengan jumlahnya per hari."),
    ),
    (
        "precedents.index",
        lazy_gettext("Pembanding"),
        lazy_gettext("Nama unit serupa di provinsi lain dengan sumbernya."),
    ),
    (
        "guidance.show",
        lazy_gettext("Panduan"),
        lazy_gettext("Langkah demi langkah sampai dengan usulan yang diajukan, contoh, dan arti istilah."),
    ),
    (
        "audit.show",
        lazy_gettext("Riwayat"),
        lazy_gettext("Siapa berbuat apa dan kapan, dengan keutuhan catatannya."),
    ),
    (
        "settings.show",
        lazy_gettext("Pengaturan"),
        lazy_gettext("Kop surat, nomor surat, Gubernur, lambang, dan Pergub yang berlaku."),
    ),
    (
        "notices.outbox",
        lazy_gettext("Kotak keluar surel"),
        lazy_gettext("Surel pemberitahuan yang tidak terkirim, dan yang mungkin terkirim ganda."),
    ),
    (
        "users.index",
        lazy_gettext("Pengguna"),
        lazy_gettext("Akun, peran, dan kata sandi."),
    ),
    (
        "account.show",
        lazy_gettext("Akun saya"),
        lazy_gettext("Kata sandi, peran, dan surel pemberitahuan Anda."),
    ),
)


_REGISTERS: Final = frozenset({"agenda.index", "expedition.index"})


def beside(reader: Actor) -> tuple[Entry, ...]:
    """Return the entries that open for this reader."""
    return tuple(
        Entry(str(title), url_for(endpoint), str(note))
        for endpoint, title, note in _PAGES
        if _opens(endpoint, reader)
    )


def registers_beside(reader: Actor) -> tuple[Link, ...]:
    """Return the registers of letters that open for this reader."""
    return tuple(
        Link(str(title), url_for(endpoint))
        for endpoint, title, _ in _PAGES
        if endpoint in _REGISTERS and _opens(endpoint, reader)
    )


def _opens(endpoint: str, reader: Actor) -> bool:
    if endpoint not in current_app.view_functions:
        return False
    access = access_of(current_app, endpoint)
    return access is not None and any(reader.may(permission) for permission in access.permissions)
