"""Keputusan hari libur: decrees with the days they give, each a row that can be changed."""

from uuid import UUID

from flask import Blueprint, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.days_off import HeldDecree
from orgflow.services.days_off import ChangeDecree, add_decree, change_decree, show_decree
from orgflow.web.current import current_context
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.settings.days_off_forms import DECREE_FIELDS, LISTS, DecreeForm, KnownDecreeForm
from orgflow.web.settings.days_off_page import form_page, year_asked
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("holiday_decrees", __name__, url_prefix="/pengaturan/hari-libur/keputusan")
Answer = Response | tuple[str, int]


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another decree with its days."""
    return _page(DecreeForm(values={"year": year_asked()}))


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another decree with its days."""
    form = DecreeForm()
    answer = saved(
        form,
        lambda: add_decree(current_context(), form.command()),
        told=gettext("Keputusan dan hari liburnya dicatat."),
        url=url_for("days_off.index", tahun=form.year.data or None),
        field="national_days",
    )
    return answer or _page(form)


@bp.get("/<uuid:decree_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(decree_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a decree."""
    held = show_decree(current_context(), decree_id)
    values: dict[str, object] = {
        "number": held.decree.number,
        "dated_on": day_text(held.decree.dated_on),
        "known_on": day_text(held.decree.known_on),
        "source": held.decree.source,
        "is_verified": held.decree.is_verified,
    }
    return _page(KnownDecreeForm(revision=held.revision, values=values), held)


@bp.post("/<uuid:decree_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(decree_id: UUID) -> Answer:
    """Change a decree."""
    form, held = KnownDecreeForm(), show_decree(current_context(), decree_id)
    answer = saved_upon(
        form,
        lambda: change_decree(
            current_context(), ChangeDecree(decree_id, form.seen, form.decree(held.decree.year))
        ),
        lambda: show_decree(current_context(), decree_id).revision,
        told=gettext("Keputusan diubah."),
        url=url_for("days_off.index", tahun=held.decree.year),
        field="number",
    )
    return answer or _page(form, held)


def _page(form: KnownDecreeForm, held: HeldDecree | None = None) -> tuple[str, int]:
    return form_page(
        form,
        title=gettext("Keputusan hari libur"),
        present=f"{held.decree.year}: {held.decree.number}" if held is not None else "",
        save_url=url_for(".save", decree_id=held.id) if held is not None else url_for(".add"),
        remove_url="",
        fields=(*DECREE_FIELDS, *LISTS),
    )
