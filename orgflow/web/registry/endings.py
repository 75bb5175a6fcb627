"""A unit's end, with what ends with it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from flask import Blueprint, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.ending import Ending
from orgflow.services.organisation.foreseeing import foresee_unit_end
from orgflow.services.organisation.keeping import EndUnit, end_unit
from orgflow.services.organisation.pages import show_unit
from orgflow.services.organisation.unit_record import UnitFile
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, carry_out, shown
from orgflow.web.registry.perda import perda_lacking, perda_of_end
from orgflow.web.registry.unit_forms import EndUnitForm
from orgflow.web.registry.unit_pages import OFFICIAL, opened, record_of, since, unit_crumbs, unit_url

bp = Blueprint("keeping_endings", __name__)


@bp.get("/unit/<uuid:unit_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def end_form(unit_id: UUID) -> tuple[str, int]:
    """Tell what ends with a unit, and ask from which day and why."""
    file = opened(unit_id)
    form = EndUnitForm(seen_at=file.seen_at)
    form.offer_instruments(file.regulations)
    _name_the_day(form)
    return shown(_ending(file, file.today), form)


@bp.post("/unit/<uuid:unit_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def end(unit_id: UUID) -> Answer:
    """Record that a unit no longer holds from a day on."""
    file = opened(unit_id)
    form = EndUnitForm()
    form.offer_instruments(file.regulations)
    _name_the_day(form)

    def act() -> Done:
        on = form.effective_on.day or file.today
        command = EndUnit(file.unit_id, on, form.basis, form.opened_at, form.typed("reason"))
        end_unit(current_context(), command)
        sentence = gettext("Berakhirnya %(name)s dicatat.", name=file.name)
        done = since(sentence, on, file.today, unit_url(unit_id))
        return replace(done, warnings=perda_lacking(unit_id, on, form.basis.instrument_id))

    return carry_out(form, act, lambda: _ending(file, _typed_day(form) or file.today))


def ending_words(ending: Ending) -> tuple[str, ...]:
    """Return what an end brings with it, as sentences."""
    words: list[str] = []
    if ending.children:
        names = ", ".join(ending.children)
        words.append(gettext("Masih membawahi %(names)s: akhiri atau pindahkan dahulu.", names=names))
    words += [gettext("Jabatan %(post)s ikut berakhir.", post=title) for title in ending.posts]
    words += [
        gettext("%(name)s tidak lagi menjabat %(post)s.", name=name, post=title)
        for name, title in ending.holders
    ]
    if ending.functions:
        words.append(gettext("%(count)s tugas dan fungsi ikut berakhir.", count=ending.functions))
    return tuple(words)


def _ending(file: UnitFile, on: date) -> FormPage:
    ctx = current_context()
    running = show_unit(ctx, file.unit_id, on).running
    words = [
        gettext("Usulan nama “%(name)s” masih berjalan; kepala bironya perlu diberi tahu.", name=one.new_name)
        for one in running
    ]
    perda = perda_of_end(record_of(file).kind_code, file.name)
    return FormPage(
        str(OFFICIAL),
        gettext("Akhiri %(name)s", name=file.name),
        file.name,
        unit_crumbs(file.unit_id, file.name),
        gettext("Yang ikut terjadi bila unit ini berakhir (dihitung per %(day)s):", day=show_date(on)),
        gettext("Akhiri unit ini"),
        url_for("keeping_units.menu", unit_id=file.unit_id),
        results=(*ending_words(foresee_unit_end(ctx, file.unit_id, on)), *words, *perda)
        or (gettext("Tidak ada jabatan, tugas, atau unit di bawahnya yang terpengaruh."),),
        is_grave=True,
    )


def _name_the_day(form: EndUnitForm) -> None:
    form.effective_on.label.text = gettext("Hari pertama unit ini tidak ada lagi")


def _typed_day(form: EndUnitForm) -> date | None:
    try:
        return form.effective_on.day
    except DomainError:
        return None
