"""Posts of a unit: who held them through time, and how they are entered, changed, corrected and ended."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.records import PostRecord, PostRole
from orgflow.domain.values import PostId, UnitId
from orgflow.services.organisation.foreseeing import foresee_post_end
from orgflow.services.organisation.posts import (
    ChangePost,
    EndPost,
    FoundPost,
    WithdrawPostChange,
    change_post,
    end_post,
    found_post,
    withdraw_post_change,
)
from orgflow.services.organisation.staffing import PostFile, show_post, show_staff
from orgflow.services.organisation.unit_fields import GivenBasis
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, Link, carry_out, shown
from orgflow.web.registry.endings import ending_words
from orgflow.web.registry.post_forms import ChangePostForm, CorrectPostForm, EndForm, FoundPostForm
from orgflow.web.registry.staff import staff_view
from orgflow.web.registry.unit_forms import WithdrawForm
from orgflow.web.registry.unit_pages import (
    CORRECTION,
    CORRECTION_WORDS,
    OFFICIAL,
    OFFICIAL_WORDS,
    asked_day,
    day_named,
    opened,
    since,
    unit_crumbs,
)

bp = Blueprint("keeping_posts", __name__)


@bp.get("/unit/<uuid:unit_id>/jabatan")
@needs(Permission.VIEW_STRUCTURE)
def index(unit_id: UUID) -> str:
    """Show a unit's posts with everyone who held them."""
    return render_template(
        "registry/posts.html", view=staff_view(show_staff(current_context(), unit_id, asked_day()))
    )


@bp.get("/unit/<uuid:unit_id>/jabatan/baru")
@needs(Permission.KEEP_REGISTRY)
def found_form(unit_id: UUID) -> tuple[str, int]:
    """Ask for a new post."""
    form = FoundPostForm(values={"role": str(PostRole.MEMBER), "seats": 1})
    return shown(_founding(form, unit_id), form)


@bp.post("/unit/<uuid:unit_id>/jabatan/baru")
@needs(Permission.KEEP_REGISTRY)
def found(unit_id: UUID) -> Answer:
    """Enter a new post."""
    form = FoundPostForm()
    page, file = _founding(form, unit_id), opened(unit_id)

    def act() -> Done:
        on = form.effective_on.day or file.today
        role, basis = PostRole(form.role.data), form.basis
        found_post(current_context(), FoundPost(UnitId(unit_id), role, form.fields, on, basis))
        return since(gettext("Jabatan dicatat."), on, file.today, page.back_url)

    return carry_out(form, act, lambda: page)


@bp.get("/jabatan/<uuid:post_id>/perubahan")
@needs(Permission.KEEP_REGISTRY)
def change_form(post_id: UUID) -> tuple[str, int]:
    """Ask for what changes officially."""
    file = show_post(current_context(), post_id, asked_day())
    form = ChangePostForm(seen_at=file.seen_at, values=_data(file.post.record))
    form.offer_units(file.post.record, file.units)
    form.offer_instruments(file.regulations)
    return shown(_changing(file), form)


@bp.post("/jabatan/<uuid:post_id>/perubahan")
@needs(Permission.KEEP_REGISTRY)
def change(post_id: UUID) -> Answer:
    """Record an official change of a post."""
    file, form = show_post(current_context(), post_id, asked_day()), ChangePostForm()
    form.offer_units(file.post.record, file.units)
    form.offer_instruments(file.regulations)

    def act() -> Done:
        on, fields = form.effective_on.day or file.today, form.fields_against(file.post.record)
        command = ChangePost(file.post.id, on, fields, form.basis, seen_at=form.opened_at)
        change_post(current_context(), command)
        return since(gettext("Perubahan jabatan dicatat."), on, file.today, _back(file))

    return carry_out(form, act, lambda: _changing(file), _saved(file))


@bp.get("/jabatan/<uuid:post_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct_form(post_id: UUID) -> tuple[str, int]:
    """Ask for what was wrongly recorded."""
    file = show_post(current_context(), post_id, asked_day())
    form = CorrectPostForm(seen_at=file.seen_at, values=_data(file.post.record))
    form.offer_units(file.post.record, file.units)
    return shown(_correcting(file), form)


@bp.post("/jabatan/<uuid:post_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct(post_id: UUID) -> Answer:
    """Correct what was wrongly recorded of a post."""
    file, form = show_post(current_context(), post_id, asked_day()), CorrectPostForm()
    form.offer_units(file.post.record, file.units)

    def act() -> Done:
        record = file.post.record
        day = file.on if record.holds_on(file.on) else record.valid_from
        fields, reason = form.fields_against(record), form.typed("reason")
        command = ChangePost(file.post.id, day, fields, GivenBasis(), reason, form.opened_at)
        change_post(current_context(), command)
        return Done(gettext("Ralat jabatan dicatat. Catatan sebelumnya tetap tersimpan."), _back(file))

    return carry_out(form, act, lambda: _correcting(file), _saved(file))


@bp.get("/jabatan/<uuid:post_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def end_form(post_id: UUID) -> tuple[str, int]:
    """Tell who leaves with a post, and ask from which day and why."""
    file = show_post(current_context(), post_id)
    return shown(_ending(file), EndForm(seen_at=file.seen_at))


@bp.post("/jabatan/<uuid:post_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def end(post_id: UUID) -> Answer:
    """Record that a post no longer exists from a day on."""
    file, form = show_post(current_context(), post_id), EndForm()

    def act() -> Done:
        on = form.effective_on.day or file.today
        end_post(current_context(), EndPost(file.post.id, on, form.typed("reason"), form.opened_at))
        return since(gettext("Berakhirnya jabatan dicatat."), on, file.today, _back(file))

    return carry_out(form, act, lambda: _ending(file))


@bp.get("/jabatan/<uuid:post_id>/batalkan/<mulai>")
@needs(Permission.KEEP_REGISTRY)
def withdraw_form(post_id: UUID, mulai: str) -> tuple[str, int]:
    """Ask why a planned change is not to be."""
    file = show_post(current_context(), post_id)
    return shown(_withdrawing(file, mulai), WithdrawForm(seen_at=file.seen_at))


@bp.post("/jabatan/<uuid:post_id>/batalkan/<mulai>")
@needs(Permission.KEEP_REGISTRY)
def withdraw(post_id: UUID, mulai: str) -> Answer:
    """Take a planned change out; what held before goes on."""
    file, form = show_post(current_context(), post_id), WithdrawForm()

    def act() -> Done:
        command = WithdrawPostChange(PostId(post_id), day_named(mulai), form.typed("reason"), form.opened_at)
        withdraw_post_change(current_context(), command)
        return Done(gettext("Perubahan yang terjadwal dibatalkan."), _back(file))

    return carry_out(form, act, lambda: _withdrawing(file, mulai))


def _data(record: PostRecord) -> dict[str, object]:
    return {
        "title": record.title or "",
        "echelon": record.echelon or "",
        "functional_rank": record.functional_rank or "",
        "seats": record.seats,
        "unit": "",
    }


def _saved(file: PostFile) -> dict[str, str]:
    said = {name: str(value) for name, value in _data(file.post.record).items()}
    return {**said, "unit": gettext("Tetap di %(name)s", name=file.unit_name)}


def _back(file: PostFile) -> str:
    return url_for("keeping_posts.index", unit_id=file.unit_id)


def post_crumbs(unit_id: UUID, unit_name: str) -> tuple[Link, ...]:
    """Return the way to a page that keeps a post or its holders."""
    here = Link(gettext("Jabatan dan pejabat"), url_for("keeping_posts.index", unit_id=unit_id))
    return (*unit_crumbs(unit_id, unit_name)[:-1], here)


def _page(file: PostFile, way: str, heading: str, words: str, button: str) -> FormPage:
    crumbs, title = post_crumbs(file.unit_id, file.unit_name), file.post.title
    return FormPage(way, heading, title, crumbs, words, button, _back(file))


def _founding(form: FoundPostForm, unit_id: UUID) -> FormPage:
    file = opened(unit_id)
    form.offer_roles()
    form.offer_instruments(file.regulations)
    return FormPage(
        str(OFFICIAL),
        gettext("Catat jabatan di %(name)s", name=file.name),
        file.name,
        post_crumbs(unit_id, file.name),
        str(OFFICIAL_WORDS),
        gettext("Simpan jabatan"),
        url_for("keeping_posts.index", unit_id=unit_id),
    )


def _changing(file: PostFile) -> FormPage:
    switch = Link(
        gettext("Di kantor tidak ada yang berubah, hanya keliru dicatat? Buka ralat."),
        url_for("keeping_posts.correct_form", post_id=file.post.id),
    )
    heading = gettext("Ubah jabatan %(title)s", title=file.post.title)
    button = gettext("Simpan perubahan jabatan")
    return replace(_page(file, str(OFFICIAL), heading, str(OFFICIAL_WORDS), button), switch=switch)


def _correcting(file: PostFile) -> FormPage:
    switch = Link(
        gettext("Ada peraturan atau keputusan yang mengubahnya? Buka perubahan resmi."),
        url_for("keeping_posts.change_form", post_id=file.post.id),
    )
    heading, button = gettext("Ralat jabatan %(title)s", title=file.post.title), gettext("Simpan ralat")
    return replace(_page(file, str(CORRECTION), heading, str(CORRECTION_WORDS), button), switch=switch)


def _ending(file: PostFile) -> FormPage:
    results = ending_words(foresee_post_end(current_context(), file.post.id, file.today))
    day = show_date(file.today)
    page = _page(
        file,
        str(OFFICIAL),
        gettext("Akhiri jabatan %(title)s", title=file.post.title),
        gettext("Yang ikut terjadi bila jabatan ini berakhir (dihitung per %(day)s):", day=day),
        gettext("Akhiri jabatan ini"),
    )
    none = gettext("Tidak ada pejabat yang terpengaruh.")
    return replace(page, results=results or (none,), is_grave=True)


def _withdrawing(file: PostFile, mulai: str) -> FormPage:
    return _page(
        file,
        "",
        gettext("Batalkan perubahan jabatan yang terjadwal"),
        gettext(
            "Perubahan jabatan %(title)s yang terjadwal mulai %(day)s dibatalkan; keadaan sebelumnya "
            "berlanjut.",
            title=file.post.title,
            day=show_date(day_named(mulai)),
        ),
        gettext("Batalkan perubahan"),
    )
