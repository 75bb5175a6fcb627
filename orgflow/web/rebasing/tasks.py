"""Questions between those who draft and Biro Organisasi, as tasks on Beranda."""

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.services.context import Context
from orgflow.services.rebasing_pages import AskedQuestion, list_advised, list_asked
from orgflow.web.home.desk import Task
from orgflow.web.rebasing.words import choice_words


def question_tasks(ctx: Context) -> tuple[Task, ...]:
    """Return the questions that the actor is to answer or, once they are answered, to decide."""
    asked = list_asked(ctx) if ctx.actor.may(Permission.REVIEW_AS_ORGANISATION) else ()
    advised = list_advised(ctx) if ctx.actor.may(Permission.EDIT_PROPOSAL) else ()
    return (*map(_to_answer, asked), *map(_to_decide, advised))


def _to_answer(question: AskedQuestion) -> Task:
    return Task(
        gettext(
            "Jawab pertanyaan %(who)s tentang usulan %(unit)s", who=question.asked_by, unit=question.unit_name
        ),
        "yours",
        "",
        gettext("Benturan dengan susunan terbaru"),
        question.note,
        question.is_sample,
        url_for("rebasing.advise_form", proposal_id=question.proposal_id, question_id=question.id),
        gettext("Baca dan jawab"),
    )


def _to_decide(question: AskedQuestion) -> Task:
    advice = choice_words(Choice(question.advice or Choice.ASK), is_crossing=question.is_crossing)
    return Task(
        gettext("Putuskan benturan pada usulan %(unit)s", unit=question.unit_name),
        "yours",
        "",
        gettext("Biro Organisasi menyarankan: %(advice)s", advice=advice),
        question.advice_note,
        question.is_sample,
        url_for("rebasing.show", proposal_id=question.proposal_id),
        gettext("Baca dan putuskan"),
    )
