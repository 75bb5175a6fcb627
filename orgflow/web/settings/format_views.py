"""Format naskah: how an office's letters look, with a sample that follows what is being typed."""

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask import Response as FileResponse
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Conflict, DomainError, RuleBroken
from orgflow.domain.letters.facts import HeadForm
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.services.format_pages import FormatPage, draw_sample, sample_of, show_format
from orgflow.services.settings import (
    SetEmblem,
    SetLetterFormat,
    set_emblem,
    set_letter_format,
    show_emblem,
)
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.letters.words import kind_name
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.settings.format_both import both_formats
from orgflow.web.settings.format_forms import EmblemForm, FormatForm, format_form, unlike
from orgflow.web.settings.format_page import FormatView, format_view
from orgflow.web.uploads import picture_from

bp = Blueprint("letter_format", __name__, url_prefix="/pengaturan/naskah")
Answer = Response | Page | tuple[str, int]
HEADS: Final = {"jabatan": HeadForm.POSITION, "perangkat-daerah": HeadForm.AGENCY}
KIND: Final = str(MAIN_KIND)
_LONGEST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample's first page beside the form; ``fault`` says why there is none."""

    url: str
    alt: str
    width: int
    height: int
    said: str
    fault: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def show() -> tuple[str, int]:
    """Show the form of letters as it is kept."""
    page = show_format(current_context())
    kind = _kind(page, request.args.get("jenis", ""))
    return _page(page, format_form(page, kind), _sample(page, kind, {}))


@bp.post("")
@needs(Permission.MANAGE_SETTINGS)
def save() -> Answer:
    """Set the form of letters."""
    page = show_format(current_context())
    form = format_form(page, KIND)
    kind = _kind(page, form.sample_kind.data or "")
    if form.validate_on_submit():
        try:
            set_letter_format(current_context(), SetLetterFormat(form.typed, form.seen))
        except Conflict as stale:
            if stale.code != "stale_revision":
                raise
            return both_formats(page, form)
        except RuleBroken as refused:
            _say(form, refused)
        else:
            flash(gettext("Format naskah disimpan."), "success")
            return redirect(url_for(".show", jenis=kind), code=303)
    return _page(page, form, _sample(page, kind, {}))


@bp.post("/contoh")
@needs(Permission.MANAGE_SETTINGS)
def sample() -> tuple[str, int]:
    """Show the sample in the form that was typed; nothing is kept."""
    page = show_format(current_context())
    form = format_form(page, KIND)
    kind = _kind(page, form.sample_kind.data or "")
    shown = _sample(page, kind, {})
    if form.validate_on_submit():
        typed = unlike(page, form.typed, kind)
        try:
            draw_sample(current_context(), sample_of(current_context(), kind, form.typed))
            shown = _sample(page, kind, typed, gettext("Contoh mengikuti isian; belum disimpan."))
        except RuleBroken as refused:
            _say(form, refused)
    if form.errors:
        said = gettext("Contoh memakai format yang tersimpan, karena ada isian yang perlu diperbaiki.")
        shown = _sample(page, kind, {}, said, " ".join(_errors(form)))
    return _page(page, form, shown, is_typed=True)


@bp.get("/contoh/<kind>")
@needs(Permission.MANAGE_SETTINGS)
def picture(kind: str) -> FileResponse:
    """Show the first page of a sample as a picture, in the form that its address says."""
    source = sample_of(current_context(), kind, _unpacked(request.args.get("isi", "")))
    content = draw_sample(current_context(), source).pictures[0]
    return FileResponse(content, mimetype="image/webp", headers={"Cache-Control": "private, max-age=60"})


@bp.post("/lambang/<head>")
@needs(Permission.MANAGE_SETTINGS)
def emblem(head: str) -> Answer:
    """Keep a letterhead's emblem that was uploaded."""
    form = EmblemForm()
    try:
        set_emblem(current_context(), SetEmblem(picture_from(form.emblem), _head(head)))
    except RuleBroken as refused:
        form.show(refused, "emblem")
        page = show_format(current_context())
        return _page(page, format_form(page, KIND), _sample(page, KIND, {}), emblems={head: form})
    flash(gettext("Lambang disimpan."), "success")
    return redirect(url_for(".show", _anchor="kop"), code=303)


@bp.get("/lambang/<head>")
@needs(Permission.MANAGE_SETTINGS)
def emblem_picture(head: str) -> FileResponse:
    """Show a letterhead's emblem as it was uploaded."""
    content = show_emblem(current_context(), _head(head))
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return FileResponse(content, mimetype=kind)


def _page(
    page: FormatPage,
    form: FormatForm,
    shown: Sample,
    *,
    emblems: Mapping[str, EmblemForm] | None = None,
    is_typed: bool = False,
) -> tuple[str, int]:
    held = {head: (emblems or {}).get(head) or EmblemForm(revision=0) for head in HEADS}
    view: FormatView = format_view(page, form)
    refused = next((one for one in (form, *held.values()) if one.errors), None)
    body = render_template(
        "settings/format.html",
        view=view,
        form=form,
        emblems=held,
        sample=shown,
        refused=refused,
        is_typed=is_typed or bool(form.errors),
    )
    return body, 422 if refused is not None else 200


def _sample(page: FormatPage, kind: str, typed: Mapping[str, str], said: str = "", fault: str = "") -> Sample:
    form = page.form
    width_mm, height_mm = form.paper.size_mm
    return Sample(
        url_for(".picture", kind=kind, isi=_packed(typed) or None, versi=page.version),
        gettext("Halaman pertama contoh %(kind)s.", kind=kind_name(kind)),
        width_mm * 4,
        height_mm * 4,
        said or gettext("Contoh memakai format yang tersimpan."),
        fault,
    )


def _say(form: FormatForm, refused: DomainError) -> None:
    """Put the sentence beside its field, or above the form where it belongs to no field."""
    name = refused.facts.get("field", "number_pattern" if "token" in refused.facts else None)
    if isinstance(name, str) and name in form:
        form.show(refused, name)
    else:
        form.form_errors.append(str(message_for(refused)))


def _errors(form: FormatForm) -> list[str]:
    return [str(error) for item in form for error in item.errors] + [str(error) for error in form.form_errors]


def _kind(page: FormatPage, asked: str) -> str:
    return asked if asked in page.heads else KIND


def _head(word: str) -> HeadForm:
    if word not in HEADS:
        raise NotFound
    return HEADS[word]


def _packed(typed: Mapping[str, str]) -> str:
    """Return what was typed as one short word of an address."""
    if not typed:
        return ""
    written = json.dumps(typed, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(zlib.compress(written, 9)).decode().rstrip("=")


def _unpacked(word: str) -> dict[str, str]:
    """Return what an address says was typed.

    Raises:
        NotFound: it is no such word, or an overlong one.
    """
    if not word:
        return {}
    try:
        packed = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
        written: object = json.loads(zlib.decompressobj().decompress(packed, _LONGEST))
    except (binascii.Error, zlib.error, ValueError) as broken:
        raise NotFound from broken
    if not isinstance(written, dict):
        raise NotFound
    return {str(name): text for name, text in written.items() if isinstance(text, str)}
