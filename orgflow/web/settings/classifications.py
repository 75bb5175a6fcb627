"""Kode klasifikasi arsip: codes with their retention, each a row that can be changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.classification import (
    LONGEST_RETENTION,
    ClassificationCode,
    FinalFate,
    HeldClassification,
)
from orgflow.services.classifications import (
    AddClassification,
    ChangeClassification,
    EndClassification,
    add_classification,
    change_classification,
    end_classification,
    list_classifications,
    show_classification,
)
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.permissions import needs
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("classifications", __name__, url_prefix="/pengaturan/klasifikasi")
Answer = Response | tuple[str, int]
FATES: Final[dict[FinalFate, LazyString]] = {
    FinalFate.KEPT: lazy_gettext("Permanen"),
    FinalFate.DESTROYED: lazy_gettext("Musnah"),
}
_FIELDS: Final = ("code", "title", "active_years", "inactive_years", "fate", "source", "is_verified")
_YEARS: Final = [
    Optional(),
    NumberRange(0, LONGEST_RETENTION, lazy_gettext("Tulis angka dari 0 sampai 100, atau kosongkan.")),
]


class ClassificationForm(KeptForm):
    """A code with its retention."""

    code = StringField(
        lazy_gettext("Kode"),
        [InputRequired(lazy_gettext("Tulis kodenya, seperti 000.8.1.2."))],
        description=lazy_gettext("Seperti 000.8.1.2."),
    )
    title = StringField(lazy_gettext("Tentang"), [InputRequired(lazy_gettext("Tulis tentang apa kode ini."))])
    active_years = IntegerField(lazy_gettext("Lama aktif (tahun)"), _YEARS)
    inactive_years = IntegerField(lazy_gettext("Lama inaktif (tahun)"), _YEARS)
    fate = SelectField(
        lazy_gettext("Nasib akhir"),
        choices=[("", lazy_gettext("Belum diisi")), *((str(fate), words) for fate, words in FATES.items())],
    )
    source = TextAreaField(
        lazy_gettext("Sumbernya"),
        [InputRequired(lazy_gettext("Tulis dari mana kode ini diketahui."))],
        description=lazy_gettext("Peraturan bila sudah dibaca; bila belum, dari mana diketahui."),
        render_kw={"rows": 3},
    )
    is_verified = BooleanField(lazy_gettext("Sumbernya sudah dibaca dan cocok"))

    def entry(self) -> ClassificationCode:
        """Return the code that was typed."""
        return ClassificationCode(
            code=self.code.data or "",
            title=self.title.data or "",
            active_years=self.active_years.data,
            inactive_years=self.inactive_years.data,
            fate=FinalFate(self.fate.data) if self.fate.data else None,
            source=self.source.data or "",
            is_verified=bool(self.is_verified.data),
        )


class EndForm(KeptForm):
    """Why a code is no longer used."""

    reason = StringField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasan kode ini tidak dipakai lagi."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A code in the list."""

    code: str
    title: str
    retention: str
    fate: str
    source: str
    is_verified: bool
    ended: str
    url: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show the codes."""
    lines = [_line(held) for held in list_classifications(current_context())]
    sources = {line.source for line in lines}
    shared = lines[0] if len(sources) == 1 and len({line.is_verified for line in lines}) == 1 else None
    return render_template("settings/classifications.html", lines=lines, shared=shared)


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another code."""
    return _page(ClassificationForm())


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another code."""
    form = ClassificationForm()
    answer = saved(
        form,
        lambda: add_classification(current_context(), AddClassification(form.entry())),
        told=gettext("Kode klasifikasi dicatat."),
        url=url_for(".index"),
        field="code",
    )
    return answer or _page(form)


@bp.get("/<uuid:classification_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(classification_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a code."""
    held = show_classification(current_context(), classification_id)
    values: dict[str, object] = {name: getattr(held.entry, name) for name in _FIELDS}
    form = ClassificationForm(revision=held.revision, values={**values, "fate": str(held.entry.fate or "")})
    return _page(form, held)


@bp.post("/<uuid:classification_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(classification_id: UUID) -> Answer:
    """Change a code."""
    form = ClassificationForm()
    answer = saved_upon(
        form,
        lambda: change_classification(
            current_context(), ChangeClassification(classification_id, form.seen, form.entry())
        ),
        _present(classification_id),
        told=gettext("Kode klasifikasi diubah."),
        url=url_for(".index"),
        field="code",
    )
    return answer or _page(form, show_classification(current_context(), classification_id))


@bp.get("/<uuid:classification_id>/akhiri")
@needs(Permission.MANAGE_SETTINGS)
def ask_end(classification_id: UUID) -> tuple[str, int]:
    """Ask why a code is no longer used."""
    held = show_classification(current_context(), classification_id)
    return _ending(held, EndForm(revision=held.revision))


@bp.post("/<uuid:classification_id>/akhiri")
@needs(Permission.MANAGE_SETTINGS)
def end(classification_id: UUID) -> Answer:
    """End a code, for a reason."""
    form = EndForm()
    answer = saved_upon(
        form,
        lambda: end_classification(
            current_context(), EndClassification(classification_id, form.seen, form.reason.data or "")
        ),
        _present(classification_id),
        told=gettext("Kode klasifikasi tidak ditawarkan lagi. Surat yang memakainya tidak berubah."),
        url=url_for(".index"),
        field="reason",
    )
    return answer or _ending(show_classification(current_context(), classification_id), form)


def _present(classification_id: UUID) -> Callable[[], int]:
    return lambda: show_classification(current_context(), classification_id).revision


def _line(held: HeldClassification) -> Line:
    entry = held.entry
    years = (
        (gettext("%(years)s tahun aktif"), entry.active_years),
        (gettext("%(years)s tahun inaktif"), entry.inactive_years),
    )
    return Line(
        entry.code,
        entry.title,
        ", ".join(words % {"years": count} for words, count in years if count is not None),
        str(FATES[entry.fate]) if entry.fate is not None else "",
        entry.source,
        entry.is_verified,
        show_date(held.ended_on) if held.ended_on is not None else "",
        url_for(".edit", classification_id=held.id),
    )


def _page(form: ClassificationForm, held: HeldClassification | None = None) -> tuple[str, int]:
    known = held.id if held is not None else None
    body = render_template(
        "settings/rule.html",
        title=gettext("Kode klasifikasi arsip"),
        present=f"{held.entry.code} {held.entry.title}" if held is not None else "",
        form=form,
        save_url=url_for(".save", classification_id=known) if known else url_for(".add"),
        remove_url=url_for(".ask_end", classification_id=known)
        if held is not None and held.ended_on is None
        else "",
        remove_label=gettext("Akhiri pemakaian kode ini"),
        fields=_FIELDS,
        back_url=url_for(".index"),
        back_label=gettext("Kode klasifikasi arsip"),
    )
    return body, form.status


def _ending(held: HeldClassification, form: EndForm) -> tuple[str, int]:
    body = render_template(
        "settings/classification_end.html",
        present=f"{held.entry.code} {held.entry.title}",
        form=form,
        end_url=url_for(".end", classification_id=held.id),
        back_url=url_for(".index"),
    )
    return body, form.status
