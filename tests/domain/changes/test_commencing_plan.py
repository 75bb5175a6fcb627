"""What is decided before a regulation commences on a structure that changed since it was drafted."""

from orgflow.domain.changes.commencing_plan import CommencingPlan, plan_commencement
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.changes.rebase_conflicts import Choice
from tests.factories.meanwhile import Meanwhile, meanwhile
from tests.factories.secretariat import HUMAS, UMUM

NAME, OTHER = "Biro Administrasi Pimpinan", "Biro Hubungan Masyarakat"
RENAME = RenameUnit(HUMAS, NAME)


def planned(case: Meanwhile, choice: Choice | None = None) -> CommencingPlan:
    asked = plan_commencement(case.old, case.new, case.operations, {})
    choices = {question.key: choice for question in asked.questions if choice is not None}
    return plan_commencement(case.old, case.new, case.operations, choices)


def test_nothing_is_asked_where_nothing_changed_meanwhile() -> None:
    plan = planned(meanwhile((), RENAME))

    assert (plan.operations, plan.questions, plan.left_out) == ((RENAME,), (), ())


def test_a_unit_that_was_renamed_meanwhile_is_asked_about() -> None:
    plan = planned(meanwhile((RenameUnit(HUMAS, OTHER),), RENAME))

    assert [question.can_keep for question in plan.open_questions] == [True]


def test_the_regulations_word_holds_where_somebody_says_so() -> None:
    plan = planned(meanwhile((RenameUnit(HUMAS, OTHER),), RENAME), Choice.OURS)

    assert (plan.open_questions, plan.operations, plan.left_out) == ((), (RENAME,), ())


def test_what_stands_now_holds_where_somebody_says_so() -> None:
    plan = planned(meanwhile((RenameUnit(HUMAS, OTHER),), RENAME), Choice.LATEST)

    assert (plan.open_questions, plan.operations, plan.left_out) == ((), (), (0,))


def test_what_is_reached_already_is_not_left_out_in_silence() -> None:
    case = meanwhile((RENAME,), RENAME, RenameUnit(UMUM, "Biro Rumah Tangga"))

    asked, answered = planned(case), planned(case, Choice.LATEST)

    assert [(question.place, question.conflict) for question in asked.open_questions] == [(0, None)]
    assert (answered.open_questions, answered.left_out) == ((), (0,))
    assert answered.operations == (case.operations[1],)


def test_what_is_reached_already_cannot_be_done_once_more() -> None:
    plan = planned(meanwhile((RENAME,), RENAME), Choice.OURS)

    assert len(plan.open_questions) == 1


def test_an_answer_to_ask_somebody_else_decides_nothing() -> None:
    plan = planned(meanwhile((RenameUnit(HUMAS, OTHER),), RENAME), Choice.ASK)

    assert len(plan.open_questions) == 1
