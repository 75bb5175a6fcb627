"""The final check in words: what must be completed and where, what is only to be known, what has passed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.changes.findings import is_aged
from orgflow.domain.errors import Fact
from orgflow.domain.proposals.states import BEFORE_SIGNING
from orgflow.services.evidence_claims import claims_in
from orgflow.services.letter_pages import LetterPage
from orgflow.web.claims.advice import claim_advice
from orgflow.web.current import current_context
from orgflow.web.evidence_registers.words import claim_words
from orgflow.web.formats import show_date
from orgflow.web.letters.mending import Place, mended_at_once, place_of
from orgflow.web.messages import message_for
from orgflow.web.settings.authority_words import finding_sentence


@dataclass(frozen=True, slots=True)
class Warned:
    """A finding that does not stop the letter, as the findings list shows it."""

    state: str
    lead: str
    text: str
    url: str | None
    link: str
    note: str


@dataclass(frozen=True, slots=True)
class FinalCheck:
    """The check as its panel shows it."""

    places: tuple[Place, ...]
    warnings: tuple[Warned, ...]
    passed: tuple[str, ...]
    summary: str
    is_ready: bool


_FAULTS: Final[dict[str, LazyString]] = {
    "leftover_placeholder": lazy_gettext("Ada tanda yang belum diganti: %(text)s"),
    "unproven_claim": lazy_gettext(
        "Hapus kata “%(words)s”: surat ini tidak boleh menyatakannya tanpa bukti."
    ),
    "words_differ": lazy_gettext("Kata di PDF dan DOCX tidak sama: “%(pdf)s” dan “%(docx)s”."),
    "wrong_paper": lazy_gettext("Ukuran kertas halaman %(page)s tidak sesuai pengaturan."),
    "wrong_paper_word": lazy_gettext("Ukuran kertas naskah Word tidak sesuai pengaturan."),
    "wrong_margins": lazy_gettext("Batas tepi naskah Word tidak sesuai pengaturan."),
    "outside_margins": lazy_gettext("Tulisan di halaman %(page)s melewati batas tepi: “%(words)s”."),
    "mark_missing": lazy_gettext("Halaman %(page)s tidak memuat tanda %(mark)s."),
    "mark_missing_word": lazy_gettext("Naskah Word tidak memuat tanda %(mark)s."),
    "enclosures_differ": lazy_gettext("Lampiran tertulis “%(said)s”, seharusnya “%(expected)s”."),
    "enclosure_missing": lazy_gettext("Lampiran “%(words)s” tidak tercetak di %(file)s."),
    "recipient_twice": lazy_gettext("Penerima tertulis lebih dari sekali: “%(words)s”."),
    "recipient_missing": lazy_gettext("Penerima “%(words)s” tidak tercetak semestinya di %(file)s."),
    "signer_differs": lazy_gettext("Penanda tangan “%(words)s” tidak tercetak semestinya di %(file)s."),
    "anchor_not_single": lazy_gettext(
        "Tanda “%(mark)s” penunjuk tanda tangan elektronik ada %(count)s kali di %(file)s, seharusnya sekali."
    ),
    "signature_fields": lazy_gettext("Tempat tanda tangan ada %(found)s, seharusnya %(expected)s."),
    "field_signed": lazy_gettext("Tempat tanda tangan di halaman %(page)s sudah terisi."),
    "field_misplaced": lazy_gettext("Tempat tanda tangan di halaman %(page)s tidak pada bloknya."),
    "field_unseen": lazy_gettext("Tempat tanda tangan di halaman %(page)s tidak terlihat."),
    "field_untagged": lazy_gettext("Tempat tanda tangan di halaman %(page)s tidak terbaca pembaca layar."),
    "hidden_content": lazy_gettext("Ada yang tersembunyi di dalam PDF: %(name)s."),
    "attachment_in_copy_to_sign": lazy_gettext("PDF untuk ditandatangani membawa berkas lain: %(name)s."),
    "not_pdfa": lazy_gettext("PDF tidak berbentuk arsip (PDF/A)."),
    "no_output_intent": lazy_gettext("PDF tidak membawa keterangan warna cetaknya."),
    "not_tagged": lazy_gettext("Susunan isi PDF tidak dapat dibaca pembaca layar."),
    "no_language": lazy_gettext("PDF tidak menyebut bahasa Indonesia sebagai bahasanya."),
    "no_title": lazy_gettext("PDF tidak berjudul."),
    "signature_alone": lazy_gettext("Tempat tanda tangan berdiri sendiri di halaman %(page)s."),
    "font_not_embedded": lazy_gettext("Huruf %(font)s tidak tertanam di PDF."),
    "font_substituted": lazy_gettext("Huruf surat belum terpasang di server. Jalankan: orgflow doctor."),
    "foreign_font": lazy_gettext("Sebagian huruf dicetak dengan jenis lain: %(font)s."),
    "emblem_missing": lazy_gettext("Lambang belum diunggah; tempatnya dibiarkan kosong."),
}
_PASSES: Final[tuple[tuple[frozenset[str], LazyString], ...]] = (
    (frozenset({"unfilled_gap", "leftover_placeholder"}), lazy_gettext("Tidak ada isian yang tertinggal")),
    (
        frozenset({"wrong_paper", "wrong_margins", "outside_margins"}),
        lazy_gettext("Ukuran kertas dan batas tepi sesuai pengaturan"),
    ),
    (frozenset({"font_not_embedded", "font_substituted"}), lazy_gettext("Semua huruf tertanam di PDF")),
    (frozenset({"words_differ"}), lazy_gettext("Kata di PDF dan DOCX sama")),
    (frozenset({"signature_alone"}), lazy_gettext("Tempat tanda tangan bersama isi surat, tanpa kode QR")),
    (
        frozenset({"signature_fields", "field_signed", "field_misplaced", "field_unseen", "field_untagged"}),
        lazy_gettext("Setiap penanda tangan memiliki satu tempat kosong pada bloknya"),
    ),
    (
        frozenset({"enclosures_differ", "enclosure_missing", "recipient_twice", "recipient_missing"}),
        lazy_gettext("Jumlah lampiran, tujuan, dan tembusan cocok di kedua berkas"),
    ),
    (frozenset({"signer_differs"}), lazy_gettext("Nama penanda tangan sama di kedua berkas")),
    (
        frozenset({"hidden_content", "attachment_in_copy_to_sign"}),
        lazy_gettext("Tidak ada berkas atau isi tersembunyi di dalam PDF"),
    ),
    (
        frozenset({"not_pdfa", "no_output_intent", "not_tagged", "no_language", "no_title"}),
        lazy_gettext("PDF berbentuk arsip (PDF/A) dan terbaca pembaca layar"),
    ),
    (frozenset({"mark_missing"}), lazy_gettext("Tanda KONSEP dan CONTOH tercetak selama diperlukan")),
    (frozenset({"unproven_claim"}), lazy_gettext("Tidak ada pernyataan tanpa bukti")),
)


def final_check(page: LetterPage, reader: Actor) -> FinalCheck:
    """Return the check of a letter that could be drawn; gaps come first, in the order they are read."""
    found = page.blocking
    order = {key: n for n, key in enumerate(_keys_as_read(page))}
    labels = {str(f.facts["key"]): str(f.facts["label"]) for f in found if f.code == "unfilled_gap"}
    gaps = sorted(labels, key=lambda key: order.get(key, len(order)))
    places = [
        place_of(n, keys, labels[keys[0]], page.desk, reader)
        for n, keys in enumerate(mended_at_once(gaps), start=1)
    ]
    others = [finding for finding in found if finding.code != "unfilled_gap"]
    places += [
        Place(
            number,
            (),
            fault_sentence(str(finding.code), finding.facts),
            None,
            "",
            (finding.place.page, finding.place.y) if finding.place is not None else None,
        )
        for number, finding in enumerate(others, start=len(places) + 1)
    ]
    refused = page.desk.signer.refused
    if refused is not None and "signatory_name" not in gaps:
        places.append(Place(len(places) + 1, (), str(message_for(refused)), _authority(reader), ""))
    codes = {str(finding.code) for finding in found}
    warnings = tuple(
        Warned(
            "yours",
            "",
            fault_sentence(str(finding.code), finding.facts),
            url_for("letter_format.show") if _may_set_emblem(str(finding.code), reader) else None,
            gettext("Unggah lambang") if _may_set_emblem(str(finding.code), reader) else "",
            "",
        )
        for finding in page.warnings
    )
    warnings += tuple(Warned("yours", "", words, None, "", note) for words, note in _cautions(page))
    advised = claim_advice(page.desk.proposal_id, page.desk.id)
    if advised is not None:
        words, url, link = advised
        warnings += (Warned("yours", "", words, url, link, ""),)
    passed = tuple(str(words) for watched, words in _PASSES if not watched & codes)
    if page.desk.rule.is_main and page.desk.proposal_state not in BEFORE_SIGNING:
        passed += (gettext("Paraf dan persetujuan lengkap"),)
    return FinalCheck(tuple(places), warnings, passed, _summary(len(places)), not places)


def fault_sentence(code: str, facts: Mapping[str, Fact]) -> str:
    """Return what was found in words; page 0 is the Word file."""
    word_file = f"{code}_word"
    is_word_file = facts.get("page") == 0 and word_file in _FAULTS
    return str(_FAULTS[word_file if is_word_file else code] % dict(facts))


def _cautions(page: LetterPage) -> Iterator[tuple[str, str]]:
    """Yield what the signer should know though the letter may go: each a sentence and its source."""
    desk = page.desk
    if desk.facts_on is not None and is_aged(desk.facts_on, desk.today):
        day = show_date(desk.facts_on)
        yield gettext("Data per %(day)s sudah lebih dari setahun. Mutakhirkan dahulu.", day=day), ""
    if desk.rule.is_main and desk.proposal_state in BEFORE_SIGNING:
        yield gettext("Paraf dan persetujuan belum lengkap; surat diterbitkan sesudahnya."), ""
    for found in claims_in(current_context(), "\n".join(page.lines)):
        yield claim_words(found), found.sentence
    for finding in desk.signer.findings:
        yield finding_sentence(finding), finding.citation


def _authority(reader: Actor) -> str | None:
    return url_for("authority.index") if reader.may(Permission.MANAGE_SETTINGS) else None


def _keys_as_read(page: LetterPage) -> tuple[str, ...]:
    places = page.rendering.places if page.rendering is not None else ()
    return tuple(dict.fromkeys(place.key for place in places))


def _may_set_emblem(code: str, reader: Actor) -> bool:
    return code == "emblem_missing" and reader.may(Permission.MANAGE_SETTINGS)


def _summary(count: int) -> str:
    if count == 0:
        return gettext("Siap ditandatangani: tidak ada yang harus dilengkapi")
    return gettext("Belum siap ditandatangani: %(count)s tempat harus dilengkapi", count=count)
