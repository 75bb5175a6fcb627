"""The form of letters that somebody else set meanwhile: what is kept beside what was typed."""

from flask import url_for
from flask_babel import gettext
from wtforms import BooleanField, Field, SelectField, TextAreaField

from orgflow.domain.letters.office_format import YES
from orgflow.services.format_pages import FormatPage
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.settings.format_forms import FormatForm, kept_texts


def both_formats(page: FormatPage, form: FormatForm) -> Page:
    """Show what is kept beside what was typed, for each field in which they differ."""
    kept, typed = kept_texts(page), form.typed
    unlike = [name for name, text in typed.items() if text != kept.get(name, "")]
    alike = {name: text for name, text in typed.items() if name not in unlike and text}
    return conflict_page(
        ConflictView(
            title=gettext("Format naskah berubah setelah Anda membukanya"),
            url=url_for("letter_format.save"),
            revision=page.revision,
            page_url=url_for("letter_format.show"),
            page_label=gettext("Kembali ke format naskah tanpa menyimpan"),
            fields=tuple(_beside(form[name], kept.get(name, ""), typed[name]) for name in unlike),
            kept=(("sample_kind", form.sample_kind.data or ""), *alike.items()),
        )
    )


def _beside(item: Field, kept: str, typed: str) -> TwoTexts:
    name, label = item.short_name, str(item.label.text)
    match item:
        case SelectField():
            called = {str(choice[0]): str(choice[1]) for choice in item.iter_choices()}
            return TwoTexts(name, label, called.get(kept, kept), called.get(typed, typed), "fixed", typed)
        case BooleanField():
            return TwoTexts(name, label, _yes_or_no(kept), _yes_or_no(typed), "fixed", typed)
        case _:
            kind = "text" if isinstance(item, TextAreaField) else "line"
            return TwoTexts(name, label, kept, typed, kind)


def _yes_or_no(value: str) -> str:
    return gettext("Ya") if value == YES else gettext("Tidak")
