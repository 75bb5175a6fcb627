"""Aturan susunan: limits, echelons and what needs a Perda, each a row that can be changed."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.services.organisation.ruling import (
    AddRule,
    ChangeRule,
    RemoveRule,
    RulePage,
    RulesPage,
    add_rule,
    change_rule,
    list_rules,
    remove_rule,
    show_rule,
)
from orgflow.web.current import current_context
from orgflow.web.organisation.rule_words import rule_sentence
from orgflow.web.permissions import needs
from orgflow.web.settings.rule_forms import FORMS, RemovalForm, RuleForm, form_word, values_of
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("rules", __name__, url_prefix="/pengaturan/aturan")
Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the list prints it."""

    sentence: str
    note: str
    citation: str
    is_verified: bool
    url: str


@dataclass(frozen=True, slots=True)
class RuleSection:
    """The rules of one form."""

    anchor: str
    title: str
    rows: tuple[RuleRow, ...]
    add_url: str
    add_label: str

    @property
    def shared(self) -> RuleRow | None:
        """A rule whose source all of them have; None when they rest on several."""
        sources = {(row.citation, row.is_verified) for row in self.rows}
        return self.rows[0] if len(sources) == 1 else None

    @property
    def has_notes(self) -> bool:
        """Whether any rule bears a note."""
        return any(row.note for row in self.rows)


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show all rules and the guideline's names."""
    return render_template("settings/rules.html", sections=_sections(list_rules(current_context())))


@bp.get("/baru/<word>")
@needs(Permission.MANAGE_SETTINGS)
def ask(word: str) -> tuple[str, int]:
    """Ask for a new rule."""
    return _page(_form(word, list_rules(current_context()).kinds, {}), word)


@bp.post("/baru/<word>")
@needs(Permission.MANAGE_SETTINGS)
def add(word: str) -> Answer:
    """Keep a new rule."""
    form = _form(word, list_rules(current_context()).kinds)
    answer = saved(
        form,
        lambda: add_rule(current_context(), AddRule(form.rule())),
        told=gettext("Aturan dicatat."),
        url=url_for(".index"),
        field="kind_code",
    )
    return answer or _page(form, word)


@bp.get("/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(rule_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a rule."""
    page = show_rule(current_context(), rule_id)
    word = form_word(page.held.rule)
    form = _form(word, page.kinds, values_of(page.held.rule), page.held.revision)
    return _page(form, word, page)


@bp.post("/<uuid:rule_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(rule_id: UUID) -> Answer:
    """Change a rule."""
    page = show_rule(current_context(), rule_id)
    word = form_word(page.held.rule)
    form = _form(word, page.kinds)
    answer = saved_upon(
        form,
        lambda: change_rule(current_context(), ChangeRule(rule_id, form.seen, form.rule())),
        lambda: show_rule(current_context(), rule_id).held.revision,
        told=gettext("Aturan diubah."),
        url=url_for(".index"),
        field="kind_code",
    )
    return answer or _page(form, word, page)


@bp.get("/<uuid:rule_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
def ask_removal(rule_id: UUID) -> tuple[str, int]:
    """Ask why a rule is to be removed."""
    page = show_rule(current_context(), rule_id)
    return _removal(page, RemovalForm(revision=page.held.revision))


@bp.post("/<uuid:rule_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
def remove(rule_id: UUID) -> Answer:
    """Remove a rule, for a reason."""
    form = RemovalForm()
    answer = saved_upon(
        form,
        lambda: remove_rule(current_context(), RemoveRule(rule_id, form.seen, form.reason.data or "")),
        lambda: show_rule(current_context(), rule_id).held.revision,
        told=gettext("Aturan dihapus. Isi dan alasannya tercatat dalam riwayat."),
        url=url_for(".index"),
        field="reason",
    )
    return answer or _removal(show_rule(current_context(), rule_id), form)


def _form(
    word: str, kinds: dict[str, UnitKind], values: dict[str, object] | None = None, revision: int = 0
) -> RuleForm:
    if word not in FORMS:
        raise NotFound
    form = FORMS[word](revision=revision, values=values)
    form.offer(kinds)
    return form


def _page(form: RuleForm, word: str, page: RulePage | None = None) -> tuple[str, int]:
    names = {
        "batas": gettext("Batas jumlah unit"),
        "eselon": gettext("Eselon kepala unit"),
        "perda": gettext("Yang memerlukan Perda"),
    }
    rule_id = page.held.id if page is not None else None
    body = render_template(
        "settings/rule.html",
        title=names[word],
        present=rule_sentence(page.held.rule, page.kinds) if page is not None else "",
        form=form,
        save_url=url_for(".save", rule_id=rule_id) if rule_id is not None else url_for(".add", word=word),
        remove_url=url_for(".ask_removal", rule_id=rule_id) if rule_id is not None else "",
        fields=("kind_code", "below_kind_code", "amount", "echelon", "citation", "is_verified"),
        back_url=url_for(".index"),
        back_label=gettext("Aturan susunan"),
    )
    return body, form.status


def _removal(page: RulePage, form: RemovalForm) -> tuple[str, int]:
    body = render_template(
        "settings/removal.html",
        present=rule_sentence(page.held.rule, page.kinds),
        form=form,
        remove_url=url_for(".remove", rule_id=page.held.id),
        back_url=url_for(".index"),
    )
    return body, form.status


def _sections(page: RulesPage) -> tuple[RuleSection, ...]:
    titles = {
        "batas": (gettext("Batas jumlah unit"), gettext("Tambah batas")),
        "eselon": (gettext("Eselon kepala unit"), gettext("Tambah eselon")),
        "perda": (gettext("Yang memerlukan Perda, bukan Pergub"), gettext("Tambah jenis unit")),
    }
    sections = [
        RuleSection(
            word,
            title,
            tuple(
                RuleRow(
                    rule_sentence(held.rule, page.kinds),
                    "",
                    held.rule.citation,
                    held.rule.is_verified,
                    url_for("rules.edit", rule_id=held.id),
                )
                for held in page.rules
                if form_word(held.rule) == word
            ),
            url_for("rules.ask", word=word),
            label,
        )
        for word, (title, label) in titles.items()
    ]
    names = tuple(
        RuleRow(
            held.name.name,
            held.name.counterpart_of or "",
            held.name.citation,
            held.name.is_verified,
            url_for("guideline.edit", name_id=held.id),
        )
        for held in page.names
    )
    title = gettext("Nama menurut pedoman Kementerian")
    return (
        *sections,
        RuleSection("nama", title, names, url_for("guideline.ask"), gettext("Tambah nama")),
    )
