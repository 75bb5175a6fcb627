"""The order of a unit's duties or functions, corrected by a number beside each."""

from uuid import UUID

from flask import Blueprint, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.records import FunctionKind
from orgflow.services.organisation.duties import KeptFunction, UnitDuties, show_duties
from orgflow.services.organisation.functions import ReorderFunctions, reorder_functions
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, carry_out, shown
from orgflow.web.registry.function_forms import OrderForm, order_form
from orgflow.web.registry.functions import function_crumbs
from orgflow.web.registry.unit_pages import CORRECTION
from orgflow.web.registry.words import FUNCTIONS

bp = Blueprint("keeping_order", __name__)


@bp.get("/unit/<uuid:unit_id>/tugas/urutan/<kind>")
@needs(Permission.KEEP_REGISTRY)
def show(unit_id: UUID, kind: str) -> tuple[str, int]:
    """Ask for the true order."""
    page, asked = show_duties(current_context(), unit_id), _kind(kind)
    return shown(_ordering(page, asked), _form(_present(page, asked)))


@bp.post("/unit/<uuid:unit_id>/tugas/urutan/<kind>")
@needs(Permission.KEEP_REGISTRY)
def save(unit_id: UUID, kind: str) -> Answer:
    """Correct the order; points with the same number stay in the order they had."""
    page, asked = show_duties(current_context(), unit_id), _kind(kind)
    points = _present(page, asked)
    form = _form(points)

    def act() -> Done:
        order = sorted(points, key=lambda kept: int(form[f"n{kept.id.hex}"].data))
        ids = tuple(kept.id for kept in order)
        command = ReorderFunctions(page.unit_id, asked, page.on, ids, form.typed("reason"))
        reorder_functions(current_context(), command)
        return Done(gettext("Urutan diralat. Urutan sebelumnya tetap tersimpan."), _back(unit_id))

    return carry_out(form, act, lambda: _ordering(page, asked))


def _kind(text: str) -> FunctionKind:
    try:
        return FunctionKind(text)
    except ValueError as error:
        raise NotFound from error


def _present(page: UnitDuties, kind: FunctionKind) -> tuple[KeptFunction, ...]:
    return tuple(
        kept
        for kept in page.of(kind)
        if kept.record.holds_on(page.on) and kept.record.unit_id == page.unit_id
    )


def _form(points: tuple[KeptFunction, ...]) -> OrderForm:
    asked = ((kept.id.hex, place, kept.record.text) for place, kept in enumerate(points, start=1))
    return order_form(asked)()


def _ordering(page: UnitDuties, kind: FunctionKind) -> FormPage:
    return FormPage(
        str(CORRECTION),
        gettext("Ralat urutan: %(kind)s", kind=str(FUNCTIONS[kind])),
        page.unit_name,
        function_crumbs(page.unit_id, page.unit_name),
        gettext("Tulis nomor urut yang benar di tiap butir. Bunyinya tidak berubah."),
        gettext("Simpan urutan"),
        _back(page.unit_id),
    )


def _back(unit_id: UUID) -> str:
    return url_for("keeping_functions.index", unit_id=unit_id)
