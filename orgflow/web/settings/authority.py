"""Kewenangan tanda tangan: who signs today, the mandates, and the rules, each a row that can be changed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.services.mandates import (
    ChangeMandate,
    ChangeSigningRule,
    EndMandate,
    GrantMandate,
    change_mandate,
    change_signing_rule,
    end_mandate,
    grant_mandate,
)
from orgflow.services.signing_pages import (
    MandateShown,
    mandate_choices,
    show_authority,
    show_mandate,
    show_signing_rule,
)
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.settings.authority_forms import (
    EndForm,
    GrantForm,
    SigningRuleForm,
    grant_values,
    rule_values,
)
from orgflow.web.settings.authority_words import mandate_sentence, rule_sentence, signer_row, weight_of
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("authority", __name__, url_prefix="/pengaturan/kewenangan")
Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate as the list prints it; ``end_url`` is "" where it has ended."""

    sentence: str
    state: str
    words: str
    letter: str
    source: str
    is_verified: bool
    end_reason: str
    url: str
    end_url: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as the list prints it."""

    sentence: str
    weight: str
    citation: str
    is_verified: bool
    url: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show who signs today, the mandates and the rules."""
    page = show_authority(current_context())
    return render_template(
        "settings/authority.html",
        today=page.today,
        signers=[signer_row(signer) for signer in page.signers],
        mandates=[_mandate_line(shown, page.today) for shown in page.mandates],
        rules=[
            RuleLine(
                rule_sentence(held.rule),
                weight_of(held.rule),
                held.rule.citation,
                held.rule.is_verified,
                url_for(".edit_rule", rule_id=held.id),
            )
            for held in page.rules
        ],
    )


@bp.get("/mandat/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another mandate."""
    return _grant_page(_grant_form(GrantForm(), None), None)


@bp.post("/mandat/baru")
@needs(Permission.MANAGE_SETTINGS)
def grant() -> Answer:
    """Keep another mandate."""
    form = _grant_form(GrantForm(), None)
    answer = saved(
        form,
        lambda: grant_mandate(current_context(), GrantMandate(form.terms())),
        told=gettext("Mandat dicatat."),
        url=url_for(".index", _anchor="mandat"),
        field="receiver",
    )
    return answer or _grant_page(form, None)


@bp.get("/mandat/<uuid:mandate_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(mandate_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a mandate."""
    page = show_mandate(current_context(), mandate_id)
    form = GrantForm(revision=page.held.revision, values=grant_values(page.held.mandate))
    return _grant_page(_grant_form(form, page), page)


@bp.post("/mandat/<uuid:mandate_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(mandate_id: UUID) -> Answer:
    """Change a mandate."""
    page = show_mandate(current_context(), mandate_id)
    form = _grant_form(GrantForm(), page)
    answer = saved_upon(
        form,
        lambda: change_mandate(current_context(), ChangeMandate(mandate_id, form.seen, form.terms())),
        lambda: show_mandate(current_context(), mandate_id).held.revision,
        told=gettext("Mandat diubah."),
        url=url_for(".index", _anchor="mandat"),
        field="receiver",
    )
    return answer or _grant_page(form, page)


@bp.get("/mandat/<uuid:mandate_id>/akhiri")
@needs(Permission.MANAGE_SETTINGS)
def ask_end(mandate_id: UUID) -> tuple[str, int]:
    """Ask until when a mandate holds, and why no longer."""
    page = show_mandate(current_context(), mandate_id)
    return _end_page(page, EndForm(revision=page.held.revision))


@bp.post("/mandat/<uuid:mandate_id>/akhiri")
@needs(Permission.MANAGE_SETTINGS)
def end(mandate_id: UUID) -> Answer:
    """End a mandate, for a reason."""
    form = EndForm()
    answer = saved_upon(
        form,
        lambda: end_mandate(
            current_context(),
            EndMandate(mandate_id, form.seen, form.typed_day(), form.reason.data or ""),
        ),
        lambda: show_mandate(current_context(), mandate_id).held.revision,
        told=gettext("Mandat diakhiri. Alasannya tercatat dalam riwayat."),
        url=url_for(".index", _anchor="mandat"),
        field="last_day",
    )
    return answer or _end_page(show_mandate(current_context(), mandate_id), form)


@bp.get("/aturan/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit_rule(rule_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a rule."""
    held = show_signing_rule(current_context(), rule_id)
    form = SigningRuleForm(revision=held.revision, values=rule_values(held.rule))
    form.suit(held.rule.code)
    return _rule_page(form, rule_id)


@bp.post("/aturan/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def save_rule(rule_id: UUID) -> Answer:
    """Change a rule."""
    held, form = show_signing_rule(current_context(), rule_id), SigningRuleForm()
    form.suit(held.rule.code)
    answer = saved_upon(
        form,
        lambda: change_signing_rule(
            current_context(), ChangeSigningRule(rule_id, form.seen, form.rule(held.rule.code))
        ),
        lambda: show_signing_rule(current_context(), rule_id).revision,
        told=gettext("Aturan diubah."),
        url=url_for(".index", _anchor="aturan"),
        field="citation",
    )
    return answer or _rule_page(form, rule_id)


def _mandate_line(shown: MandateShown, today: date) -> MandateLine:
    held, mandate = shown.held, shown.held.mandate
    has_ended = mandate.valid_to is not None and mandate.valid_to <= today
    if has_ended:
        state, words = "rest", gettext("Sudah berakhir")
    elif mandate.valid_from > today:
        state, words = "rest", gettext("Belum berlaku")
    else:
        state, words = "ok", gettext("Berlaku")
    return MandateLine(
        mandate_sentence(shown),
        state,
        words,
        mandate.letter or "",
        mandate.source.rstrip("."),
        mandate.is_verified,
        held.end_reason or "",
        url_for(".edit", mandate_id=held.id),
        "" if has_ended else url_for(".ask_end", mandate_id=held.id),
    )


def _grant_form(form: GrantForm, page: MandateShown | None) -> GrantForm:
    choices = mandate_choices(current_context())
    held = {}
    if page is not None:
        mandate = page.held.mandate
        held = {mandate.giver: page.giver, mandate.receiver: page.signer}
    form.offer(choices.posts, choices.kept, held)
    return form


def _grant_page(form: GrantForm, page: MandateShown | None) -> tuple[str, int]:
    mandate_id = page.held.id if page is not None else None
    body = render_template(
        "settings/rule.html",
        title=gettext("Ubah mandat") if page is not None else gettext("Tambah mandat"),
        present=mandate_sentence(page) if page is not None else "",
        form=form,
        save_url=url_for(".save", mandate_id=mandate_id) if mandate_id is not None else url_for(".grant"),
        remove_url="",
        fields=("giver", "receiver", "kinds", "valid_from", "last_day", "letter", "source", "is_verified"),
        back_url=url_for(".index"),
        back_label=gettext("Kewenangan tanda tangan"),
    )
    return body, form.status


def _end_page(page: MandateShown, form: EndForm) -> tuple[str, int]:
    body = render_template(
        "settings/mandate_end.html",
        present=mandate_sentence(page),
        form=form,
        end_url=url_for(".end", mandate_id=page.held.id),
        back_url=url_for(".index"),
    )
    return body, form.status


def _rule_page(form: SigningRuleForm, rule_id: UUID) -> tuple[str, int]:
    held = show_signing_rule(current_context(), rule_id)
    body = render_template(
        "settings/rule.html",
        title=gettext("Ubah aturan tanda tangan"),
        present=rule_sentence(held.rule),
        form=form,
        save_url=url_for(".save_rule", rule_id=held.id),
        remove_url="",
        fields=("kinds", "capacities", "roles", "months", "severity", "citation", "is_verified"),
        back_url=url_for(".index"),
        back_label=gettext("Kewenangan tanda tangan"),
    )
    return body, form.status
