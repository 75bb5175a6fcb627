"""A letter that somebody else changed meanwhile: what is saved beside what was typed."""

from flask import url_for
from flask_babel import gettext

from orgflow.domain.letters.details import DETAILS, DetailForm
from orgflow.domain.letters.kinds import kind_of
from orgflow.domain.letters.lifecycle import NumberSource, Urgency
from orgflow.services.letter_pages import LetterDesk
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.letters.forms import LetterForm
from orgflow.web.letters.kind_words import DETAIL_WORDS
from orgflow.web.letters.telling import as_shown, signatory_in
from orgflow.web.letters.words import SOURCES, URGENCIES


def both_letters(desk: LetterDesk, form: LetterForm) -> Page:
    """Show what is saved beside what was typed."""
    source = NumberSource(form.number_source.data)
    return conflict_page(
        ConflictView(
            title=gettext("Surat ini berubah setelah Anda membukanya"),
            url=url_for("letters.edit", letter_id=desk.id),
            revision=desk.revision,
            page_url=url_for("letters.show", letter_id=desk.id),
            page_label=gettext("Kembali ke surat tanpa menyimpan"),
            fields=(
                *_details(desk, form),
                TwoTexts("copies", gettext("Tembusan"), desk.copies, form.copies.data or ""),
                TwoTexts(
                    "urgency",
                    gettext("Sifat"),
                    str(URGENCIES[desk.urgency]),
                    str(URGENCIES[Urgency(form.urgency.data)]),
                    kind="fixed",
                    value=form.urgency.data,
                ),
                TwoTexts(
                    "number_source",
                    gettext("Nomor surat"),
                    str(SOURCES[desk.number_source]),
                    str(SOURCES[source]),
                    kind="fixed",
                    value=form.number_source.data,
                ),
            ),
            kept=(
                ("security_class", form.security_class.data),
                ("classification", form.classification.data or ""),
                ("signatory", str(signatory_in(form) or "")),
                *_flags(desk, form),
            ),
        )
    )


def _details(desk: LetterDesk, form: LetterForm) -> tuple[TwoTexts, ...]:
    """Return what people tell of it, saved beside typed."""
    kind = kind_of(desk.kind)
    saved = as_shown(kind, desk.details)
    return tuple(
        TwoTexts(
            asked.key, str(DETAIL_WORDS[asked.key][0]), str(saved[asked.key]), form[asked.key].data or ""
        )
        for asked in DETAILS[kind]
        if asked.form is not DetailForm.FLAG
    )


def _flags(desk: LetterDesk, form: LetterForm) -> tuple[tuple[str, str], ...]:
    asked = DETAILS[kind_of(desk.kind)]
    return tuple((one.key, "y") for one in asked if one.form is DetailForm.FLAG and form[one.key].data)
