"""Who holds a post: appointed, leaving, corrected where it was wrongly recorded, or withdrawn."""

from uuid import UUID

from flask import Blueprint, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import PostId
from orgflow.services.organisation.appointments import (
    Appoint,
    CorrectAppointment,
    EndAppointment,
    WithdrawAppointment,
    appoint,
    correct_appointment,
    end_appointment,
    withdraw_appointment,
)
from orgflow.services.organisation.staffing import PostFile, TermFile, show_post, show_term
from orgflow.web.current import current_context
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, carry_out, shown
from orgflow.web.registry.post_forms import AppointForm, CorrectTermForm, LeaveForm
from orgflow.web.registry.posts import post_crumbs
from orgflow.web.registry.unit_forms import WithdrawForm
from orgflow.web.registry.unit_pages import CORRECTION, CORRECTION_WORDS, OFFICIAL, since
from orgflow.web.registry.words import APPOINTMENTS, term_words

bp = Blueprint("keeping_officials", __name__)


@bp.get("/jabatan/<uuid:post_id>/pejabat")
@needs(Permission.KEEP_REGISTRY)
def appoint_form(post_id: UUID) -> tuple[str, int]:
    """Ask who takes up a post."""
    file = show_post(current_context(), post_id)
    form = AppointForm(values={"kind": str(AppointmentKind.DEFINITIVE)})
    _offer(form, file)
    return shown(_appointing(file), form)


@bp.post("/jabatan/<uuid:post_id>/pejabat")
@needs(Permission.KEEP_REGISTRY)
def appoint_here(post_id: UUID) -> Answer:
    """Record who takes up a post."""
    file, form = show_post(current_context(), post_id), AppointForm()
    _offer(form, file)

    def act() -> Done:
        on = form.effective_on.day or file.today
        command = Appoint(
            PostId(post_id),
            on,
            form.appointment_kind,
            form.basis,
            form.typed("name"),
            nip=form.typed("nip"),
            rank=form.typed("rank"),
            letter=form.typed("letter"),
            official_id=form.official_id,
            until=form.last_day_after,
        )
        appoint(current_context(), command)
        return since(gettext("Pejabat dicatat."), on, file.today, _staff_url(file.unit_id))

    return carry_out(form, act, lambda: _appointing(file))


@bp.get("/masa-jabatan/<uuid:appointment_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def leave_form(appointment_id: UUID) -> tuple[str, int]:
    """Ask from which day a person no longer holds a post."""
    file = show_term(current_context(), appointment_id)
    return shown(_leaving(file), LeaveForm(seen_at=file.seen_at))


@bp.post("/masa-jabatan/<uuid:appointment_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def leave(appointment_id: UUID) -> Answer:
    """Record that a person leaves a post."""
    file, form = show_term(current_context(), appointment_id), LeaveForm()

    def act() -> Done:
        on = form.effective_on.day or file.today
        command = EndAppointment(file.term.record.appointment_id, on, form.opened_at)
        end_appointment(current_context(), command)
        return Done(gettext("Akhir masa jabatan dicatat."), _staff_url(file.unit_id))

    return carry_out(form, act, lambda: _leaving(file))


@bp.get("/masa-jabatan/<uuid:appointment_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct_form(appointment_id: UUID) -> tuple[str, int]:
    """Ask for what was wrongly recorded of a person's period in a post."""
    file = show_term(current_context(), appointment_id)
    values: dict[str, object] = {**_data(file)}
    form = CorrectTermForm(seen_at=file.seen_at, values=values)
    form.offer_kinds()
    return shown(_correcting(file), form)


@bp.post("/masa-jabatan/<uuid:appointment_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct(appointment_id: UUID) -> Answer:
    """Correct what was wrongly recorded of a person's period in a post."""
    file, form = show_term(current_context(), appointment_id), CorrectTermForm()
    form.offer_kinds()

    def act() -> Done:
        record = file.term.record
        command = CorrectAppointment(
            record.appointment_id,
            form.start.day or record.valid_from,
            form.end.day,
            form.appointment_kind,
            form.typed("letter"),
            form.typed("reason"),
            form.typed("name"),
            form.typed("nip"),
            form.typed("rank"),
            form.opened_at,
        )
        correct_appointment(current_context(), command)
        sentence = gettext("Ralat masa jabatan dicatat. Catatan sebelumnya tetap tersimpan.")
        return Done(sentence, _staff_url(file.unit_id))

    saved = {**_data(file), "kind": str(APPOINTMENTS[file.term.record.kind])}
    return carry_out(form, act, lambda: _correcting(file), saved)


@bp.get("/masa-jabatan/<uuid:appointment_id>/batalkan")
@needs(Permission.KEEP_REGISTRY)
def withdraw_form(appointment_id: UUID) -> tuple[str, int]:
    """Ask why a person's period in a post is not to be."""
    file = show_term(current_context(), appointment_id)
    return shown(_withdrawing(file), WithdrawForm(seen_at=file.seen_at))


@bp.post("/masa-jabatan/<uuid:appointment_id>/batalkan")
@needs(Permission.KEEP_REGISTRY)
def withdraw(appointment_id: UUID) -> Answer:
    """Take a person's period in a post out of the registry."""
    file, form = show_term(current_context(), appointment_id), WithdrawForm()

    def act() -> Done:
        command = WithdrawAppointment(file.term.record.appointment_id, form.typed("reason"), form.opened_at)
        withdraw_appointment(current_context(), command)
        return Done(gettext("Catatan masa jabatan dibatalkan."), _staff_url(file.unit_id))

    return carry_out(form, act, lambda: _withdrawing(file))


def _offer(form: AppointForm, file: PostFile) -> None:
    form.offer_officials(file.officials)
    form.offer_instruments(file.regulations)


def _data(file: TermFile) -> dict[str, str]:
    record, official = file.term.record, file.term.official
    return {
        "name": official.name,
        "nip": official.nip or "",
        "rank": official.rank or "",
        "kind": str(record.kind),
        "letter": record.letter or "",
        "start": day_text(record.valid_from),
        "end": day_text(record.valid_to),
    }


def _staff_url(unit_id: UUID) -> str:
    return url_for("keeping_posts.index", unit_id=unit_id)


def _appointing(file: PostFile) -> FormPage:
    return FormPage(
        str(OFFICIAL),
        gettext("Catat pejabat: %(title)s", title=file.post.title),
        file.post.title,
        post_crumbs(file.unit_id, file.unit_name),
        gettext(
            "Pejabat definitif mengisi formasi; Plt., Plh., Pj., dan Pjs. boleh berdampingan. Bila ada yang "
            "masih tercatat menjabat, akhiri dahulu masa jabatannya."
        ),
        gettext("Simpan pejabat"),
        _staff_url(file.unit_id),
    )


def _term_page(file: TermFile, way: str, heading: str, words: str, button: str) -> FormPage:
    who = f"{file.term.official.name}, {file.post_title}, {term_words(file.term.record)}"
    crumbs = post_crumbs(file.unit_id, file.unit_name)
    return FormPage(way, heading, who, crumbs, words, button, _staff_url(file.unit_id))


def _leaving(file: TermFile) -> FormPage:
    name = file.term.official.name
    return _term_page(
        file,
        str(OFFICIAL),
        gettext("Akhiri masa jabatan %(name)s", name=name),
        gettext("Sesudah tanggal itu jabatan ini kosong sampai pejabat lain dicatat."),
        gettext("Simpan akhir masa jabatan"),
    )


def _correcting(file: TermFile) -> FormPage:
    heading = gettext("Ralat masa jabatan %(name)s", name=file.term.official.name)
    return _term_page(
        file, str(CORRECTION), heading, str(CORRECTION_WORDS), gettext("Simpan ralat masa jabatan")
    )


def _withdrawing(file: TermFile) -> FormPage:
    return _term_page(
        file,
        "",
        gettext("Batalkan catatan masa jabatan %(name)s", name=file.term.official.name),
        gettext(
            "Untuk masa jabatan yang tidak jadi atau tidak pernah ada. Sesudah dibatalkan, orang ini tidak "
            "tercatat menjabat pada masa itu; bahwa pernah dicatat tetap tersimpan."
        ),
        gettext("Batalkan masa jabatan"),
    )
