"""Tindak lanjut: the tasks that follow a commencement, and what bars inaugurations, each with its source."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.commencement_findings import InaugurationForm, InaugurationRule
from orgflow.services.follow_up_rules import (
    BarringRule,
    CiteInaugurationRule,
    FollowUpRulesPage,
    KeepFollowUpRule,
    SetElection,
    TaskRule,
    cite_inauguration_rule,
    keep_follow_up_rule,
    list_follow_up_rules,
    set_election,
)
from orgflow.web.current import current_context
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.settings.follow_up_forms import ElectionForm, InaugurationRuleForm, TaskRuleForm
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.saving import saved_upon

bp = Blueprint("follow_up_rules", __name__, url_prefix="/pengaturan/tindak-lanjut")
Answer = Response | tuple[str, int] | str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the list prints it."""

    title: str
    note: str
    basis: str
    is_verified: bool
    url: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> Answer:
    """Show the tasks, the rules on inaugurations, and the election's days."""
    page = list_follow_up_rules(current_context())
    days = page.election
    values: dict[str, object] = {
        "candidates_on": day_text(days.candidates_on),
        "term_ends_on": day_text(days.term_ends_on),
    }
    return _list(page, ElectionForm(values=values))


@bp.post("")
@needs(Permission.MANAGE_SETTINGS)
def election() -> Answer:
    """Set the election's days."""
    form = ElectionForm()
    if form.validate_on_submit():
        try:
            set_election(current_context(), SetElection(form.candidates_on.day, form.term_ends_on.day))
        except DomainError as refused:
            form.show(refused)
        else:
            flash(gettext("Tanggal pemilihan disimpan."), "success")
            return redirect(url_for(".index"), code=303)
    return _list(list_follow_up_rules(current_context()), form), 422


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> Answer:
    """Ask for another task."""
    return _edit(TaskRuleForm(revision=0, values={"is_active": True}), gettext("Tambah tindak lanjut"), "add")


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another task."""
    form = TaskRuleForm()
    answer = saved_upon(
        form,
        lambda: keep_follow_up_rule(current_context(), KeepFollowUpRule(form.rule())),
        lambda: 0,
        told=gettext("Tindak lanjut ditambahkan."),
        url=url_for(".index"),
        field="title",
    )
    return answer or _edit(form, gettext("Tambah tindak lanjut"), "add")


@bp.get("/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(rule_id: UUID) -> Answer:
    """Ask what is to be changed of a task."""
    held = _task(rule_id)
    rule = held.rule
    values: dict[str, object] = {
        "title": rule.title,
        "usual": rule.usual,
        "kinds": [str(kind) for kind in rule.kinds],
        "basis": rule.basis,
        "is_verified": rule.is_verified,
        "is_active": rule.is_active,
    }
    return _edit(TaskRuleForm(revision=held.revision, values=values), rule.title, "save", rule_id)


@bp.post("/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(rule_id: UUID) -> Answer:
    """Change a task."""
    form, title = TaskRuleForm(), _task(rule_id).rule.title
    answer = saved_upon(
        form,
        lambda: keep_follow_up_rule(current_context(), KeepFollowUpRule(form.rule(), rule_id, form.seen)),
        lambda: _task(rule_id).revision,
        told=gettext("Tindak lanjut diubah. Daftar yang sudah ada tetap."),
        url=url_for(".index"),
        field="title",
    )
    return answer or _edit(form, title, "save", rule_id)


@bp.get("/pengukuhan/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit_inauguration(rule_id: UUID) -> Answer:
    """Ask where a rule on inaugurations stands."""
    held = _inauguration(rule_id)
    rule = held.rule
    values: dict[str, object] = {
        "months": rule.months,
        "citation": rule.citation,
        "is_verified": rule.is_verified,
    }
    form = _citing(rule, InaugurationRuleForm(revision=held.revision, values=values))
    return _edit(form, _inauguration_title(rule), "save_inauguration", rule_id)


@bp.post("/pengukuhan/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def save_inauguration(rule_id: UUID) -> Answer:
    """Change where a rule on inaugurations stands."""
    rule = _inauguration(rule_id).rule
    form = _citing(rule, InaugurationRuleForm())

    def keep() -> UUID:
        months = form.months.data if "months" in form else None
        citation, is_verified = form.citation.data or "", bool(form.is_verified.data)
        command = CiteInaugurationRule(rule_id, form.seen, months, citation, is_verified)
        return cite_inauguration_rule(current_context(), command)

    answer = saved_upon(
        form,
        keep,
        lambda: _inauguration(rule_id).revision,
        told=gettext("Aturan pengukuhan diubah."),
        url=url_for(".index"),
        field="citation",
    )
    return answer or _edit(form, _inauguration_title(rule), "save_inauguration", rule_id)


def _citing(rule: InaugurationRule, form: InaugurationRuleForm) -> InaugurationRuleForm:
    if rule.months is None:
        del form.months
    return form


def _task(rule_id: UUID) -> TaskRule:
    page = list_follow_up_rules(current_context())
    found = next((held for held in page.rules if held.id == rule_id), None)
    if found is None:
        raise NotFound
    return found


def _inauguration(rule_id: UUID) -> BarringRule:
    page = list_follow_up_rules(current_context())
    found = next((held for held in page.inaugurations if held.id == rule_id), None)
    if found is None:
        raise NotFound
    return found


def _inauguration_title(rule: InaugurationRule) -> str:
    if rule.form is InaugurationForm.ACTING_HEAD:
        return gettext("Kepala daerah penjabat atau pelaksana tugas")
    return gettext("Dekat pemilihan kepala daerah")


def _list(page: FollowUpRulesPage, form: ElectionForm) -> str:
    return render_template(
        "settings/follow_ups.html",
        form=form,
        tasks=tuple(_task_row(held) for held in page.rules),
        inaugurations=tuple(_inauguration_row(held) for held in page.inaugurations),
    )


def _task_row(held: TaskRule) -> RuleRow:
    rule = held.rule
    note = rule.usual if rule.is_active else gettext("%(who)s; tidak dipakai", who=rule.usual)
    return RuleRow(rule.title, note, rule.basis, rule.is_verified, url_for(".edit", rule_id=held.id))


def _inauguration_row(held: BarringRule) -> RuleRow:
    rule = held.rule
    note = gettext("%(count)s bulan sebelum penetapan calon", count=rule.months) if rule.months else ""
    url = url_for(".edit_inauguration", rule_id=held.id)
    return RuleRow(_inauguration_title(rule), note, rule.citation, rule.is_verified, url)


def _edit(form: KeptForm, title: str, action: str, rule_id: UUID | None = None) -> Answer:
    url = url_for(f".{action}", rule_id=rule_id) if rule_id is not None else url_for(f".{action}")
    body = render_template(
        "settings/rule.html",
        title=title,
        present="",
        form=form,
        save_url=url,
        remove_url="",
        fields=("title", "usual", "kinds", "months", "basis", "citation", "is_verified", "is_active"),
        back_url=url_for(".index"),
        back_label=gettext("Tindak lanjut"),
    )
    return body, form.status
