"""What is asked of an office about the form of its letters; the fields bear the names of what they set."""

from collections.abc import Iterable, Mapping
from typing import Final

from flask_babel import lazy_gettext
from wtforms import BooleanField, Field, FileField, SelectField, StringField, TextAreaField

from orgflow.domain.letters.facts import HEAD_LINES, USUAL_SHAPE
from orgflow.domain.letters.lifecycle import SECURITY_WORDS, URGENCY_WORDS
from orgflow.domain.letters.office_format import (
    USUAL_WORDS,
    YES,
    kind_codes_of,
    security_key,
    urgency_key,
    word_key,
)
from orgflow.domain.letters.office_format_typed import (
    ANCHORS,
    LINES_PERCENT,
    MARGIN_MM,
    TYPE_PT,
    code_field,
    order_field,
)
from orgflow.services.format_pages import FormatPage
from orgflow.web.letters.words import CLASSES, SOURCES, URGENCIES, kind_name
from orgflow.web.office_form import KEY_FIELDS, OfficeForm
from orgflow.web.settings.format_words import CAPITALS, CLASS_PRINTS, HEADS, LINES, OTHER_WORDS, PAPERS, WAYS
from orgflow.web.uploads import PICTURE

FORM_ID: Final = "naskah"
_NUMBER: Final = {"inputmode": "numeric", "autocomplete": "off"}
_NOT_SENT: Final = (*KEY_FIELDS, "sample_kind")


class EmblemForm(OfficeForm):
    """The emblem of a letterhead."""

    emblem = FileField(
        lazy_gettext("Gambar lambang (PNG atau JPEG)"),
        render_kw={"accept": PICTURE},
        description=lazy_gettext("OrgFlow tidak menggambar lambang; pakai berkas resmi dari kantor Anda."),
    )


class FormatForm(OfficeForm):
    """How letters look and where their numbers come from."""

    paper = SelectField(
        lazy_gettext("Kertas"), choices=[(str(code), words) for code, words in PAPERS.items()]
    )
    margin_top = StringField(lazy_gettext("Tepi atas (mm)"), render_kw=_NUMBER)
    margin_right = StringField(lazy_gettext("Tepi kanan (mm)"), render_kw=_NUMBER)
    margin_bottom = StringField(lazy_gettext("Tepi bawah (mm)"), render_kw=_NUMBER)
    margin_left = StringField(lazy_gettext("Tepi kiri (mm)"), render_kw=_NUMBER)
    type_size = StringField(
        lazy_gettext("Besar huruf (poin)"),
        render_kw=_NUMBER,
        description=lazy_gettext("Dari %(least)s sampai %(most)s.", least=TYPE_PT[0], most=TYPE_PT[1]),
    )
    line_distance = StringField(
        lazy_gettext("Jarak baris (persen)"),
        render_kw=_NUMBER,
        description=lazy_gettext(
            "Dari %(least)s (satu spasi) sampai %(most)s (satu setengah spasi).",
            least=LINES_PERCENT[0],
            most=LINES_PERCENT[1],
        ),
    )
    letterhead_contact = TextAreaField(
        lazy_gettext("Baris kop sesudah nama jabatan"),
        description=lazy_gettext("Alamat dan kontak, satu baris satu baris; boleh kosong."),
        render_kw={"rows": 3},
    )
    agency_lines = TextAreaField(
        lazy_gettext("Baris nama pada kop perangkat daerah"),
        description=lazy_gettext("Baris pertama nama pemerintah daerah, lalu nama perangkat daerah."),
        render_kw={"rows": 3},
    )
    agency_contact = TextAreaField(
        lazy_gettext("Alamat dan kontak pada kop perangkat daerah"),
        description=lazy_gettext("Satu baris satu baris; boleh kosong."),
        render_kw={"rows": 3},
    )
    class_print = SelectField(
        lazy_gettext("Sifat dan kesegeraan dicetak"),
        choices=[(str(code), words) for code, words in CLASS_PRINTS.items()],
    )
    title_capitals = SelectField(
        lazy_gettext("Nama jabatan penanda tangan"),
        choices=[(str(code), words) for code, words in CAPITALS.items()],
    )
    esign_anchor = SelectField(
        lazy_gettext("Tanda tempat TTE"),
        choices=[("", lazy_gettext("Tidak dipakai")), *((anchor, anchor) for anchor in ANCHORS)],
        description=lazy_gettext(
            "Satu lambang yang dicari layanan TTE untuk menaruh tanda tangannya; dicetak sekali."
        ),
    )
    paraf_boxes = BooleanField(lazy_gettext("Kotak paraf pada lembar pertinggal"))
    catchword = BooleanField(
        lazy_gettext("Kata penyambung di kaki halaman"),
        description=lazy_gettext("Kata pertama halaman berikutnya, dicetak di kanan bawah pada PDF."),
    )
    number_source = SelectField(
        lazy_gettext("Nomor surat diberikan"), choices=[(str(code), words) for code, words in SOURCES.items()]
    )
    number_pattern = StringField(
        lazy_gettext("Pola nomor surat"),
        description=lazy_gettext(
            "Bagian: {klasifikasi}, {urut}, {kode_unit}, {tahun}, {bulan_romawi}, {kode_jenis}."
        ),
    )
    classification = StringField(
        lazy_gettext("Kode klasifikasi arsip untuk surat usulan"),
        description=lazy_gettext("000.8.1.2: pengubahan struktur organisasi (Permendagri 83/2022)."),
    )
    copies = TextAreaField(lazy_gettext("Tembusan bawaan, satu baris satu alamat"), render_kw={"rows": 4})
    way_out = SelectField(
        lazy_gettext("Surat biasanya keluar sebagai"),
        choices=[(str(code), words) for code, words in WAYS.items()],
    )
    archive_change_set = BooleanField(lazy_gettext("Salinan arsip membawa rincian perubahan usulan"))
    sample_kind = SelectField(lazy_gettext("Contoh naskah"), render_kw={"form": FORM_ID})

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by the names of the fields."""
        return {item.short_name: _text(item) for item in self if item.short_name not in _NOT_SENT}


def format_form(page: FormatPage, kind: str) -> FormatForm:
    """Return the form for the kinds of letter that there are, filled with what is kept."""

    class Asked(FormatForm):
        """The form with a field for each word and kind."""

    for line in HEAD_LINES:
        label = lazy_gettext("Urutan %(line)s", line=LINES[line])
        setattr(Asked, order_field(line), StringField(label, render_kw=_NUMBER))
    for word, called in {**LINES, **OTHER_WORDS}.items():
        setattr(Asked, word_key(word), StringField(called))
    for urgency, called in URGENCIES.items():
        setattr(Asked, urgency_key(urgency), StringField(called))
    for security, called in CLASSES.items():
        setattr(Asked, security_key(security), StringField(called))
    for one in page.heads:
        setattr(Asked, code_field(one), StringField(kind_name(one)))
    form = Asked(revision=page.revision, values={**values_of(page), "sample_kind": kind})
    form.sample_kind.choices = _kinds(page)
    return form


def values_of(page: FormatPage) -> dict[str, object]:
    """Return what is kept as the values of the form, what is usual in so many words."""
    kept, profile, form = page.settings, page.profile, page.form
    edges = form.shape.margins
    codes = kind_codes_of(kept.get("kind_codes", ""))
    return {
        "paper": str(form.paper),
        "margin_top": str(edges.top),
        "margin_right": str(edges.right),
        "margin_bottom": str(edges.bottom),
        "margin_left": str(edges.left),
        "type_size": str(form.shape.size_pt),
        "line_distance": str(form.shape.lines_percent),
        "letterhead_contact": kept.get("letterhead_contact", ""),
        "agency_lines": kept.get("agency_lines", ""),
        "agency_contact": kept.get("agency_contact", ""),
        "class_print": str(form.classes.print),
        "title_capitals": str(form.capitals),
        "esign_anchor": form.anchor or "",
        "paraf_boxes": form.has_paraf,
        "catchword": form.shape.has_catchword,
        "number_source": str(profile.number_source),
        "number_pattern": profile.number_pattern,
        "classification": profile.classification,
        "copies": "\n".join(profile.copies),
        "way_out": str(form.way_out),
        "archive_change_set": form.keeps_change_set,
        **{order_field(line): str(place) for place, line in enumerate(form.head_lines, start=1)},
        **{word_key(word): form.words.get(word, usual) for word, usual in USUAL_WORDS.items()},
        **{urgency_key(held): form.classes.urgency[held] for held in URGENCY_WORDS},
        **{security_key(held): form.classes.security[held] for held in SECURITY_WORDS},
        **{code_field(kind): codes.get(kind, "") for kind in page.heads},
    }


def kept_texts(page: FormatPage) -> dict[str, str]:
    """Return what is kept, as the fields would send it."""
    return {name: _plain(value) for name, value in values_of(page).items()}


def unlike(page: FormatPage, typed: Mapping[str, str], kind: str) -> dict[str, str]:
    """Return what was typed otherwise than it is kept, as far as it is seen on a sample of this kind."""
    kept = kept_texts(page)
    changed = {name for name, text in typed.items() if text != kept.get(name, "")}
    seen = {name for name in changed if not name.startswith(("order_", "code_")) and name not in _UNSEEN}
    if any(name.startswith("order_") for name in changed):
        seen |= {name for name in typed if name.startswith("order_") and typed[name]} or {
            order_field("number")
        }
    if any(name.startswith("code_") for name in changed):
        seen.add(code_field(kind))
    return {name: typed[name] for name in sorted(seen) if name in typed}


_UNSEEN: Final = frozenset({"copies", "number_source", "way_out", "archive_change_set"})
MARGIN_HINT: Final = lazy_gettext(
    "Dari %(least)s sampai %(most)s mm. Permendagri 1/2023 meminta paling sedikit 20 mm di atas dan kanan, "
    "25 mm di bawah, dan 30 mm di kiri. Yang lazim: %(top)s, %(right)s, %(bottom)s, %(left)s.",
    least=MARGIN_MM[0],
    most=MARGIN_MM[1],
    top=USUAL_SHAPE.margins.top,
    right=USUAL_SHAPE.margins.right,
    bottom=USUAL_SHAPE.margins.bottom,
    left=USUAL_SHAPE.margins.left,
)


def _kinds(page: FormatPage) -> dict[str, list[tuple[str, str]]]:
    grouped: dict[str, list[tuple[str, str]]] = {}
    for head, called in HEADS.items():
        kinds = [(kind, kind_name(kind)) for kind, borne in page.heads.items() if borne is head]
        if kinds:
            grouped[str(called)] = sorted(kinds, key=lambda kind: kind[1])
    return grouped


def _text(item: Field) -> str:
    return _plain(item.data)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else ""
    return str(value or "").replace("\r\n", "\n").strip()


def fields_named(form: FormatForm, names: Iterable[str]) -> tuple[Field, ...]:
    """Return the fields of these names."""
    return tuple(form[name] for name in names)
