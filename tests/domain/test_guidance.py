"""The way to a submitted proposal: what waits for what, and what is next for whom."""

from orgflow.domain.access.roles import PERMISSIONS, Role
from orgflow.domain.guidance.guide import AFTER, GuideKey, GuideState, guide_steps, next_step

K, S = GuideKey, GuideState


def next_for(role: Role, *done: GuideKey) -> GuideKey | None:
    step = next_step(guide_steps(done, PERMISSIONS[role]))
    return step.key if step is not None else None


def test_every_step_waits_only_for_steps_before_it() -> None:
    order = list(GuideKey)

    assert all(order.index(one) < order.index(key) for key in GuideKey for one in AFTER[key])


def test_a_drafter_writes_before_the_office_has_filled_in_its_letterhead() -> None:
    assert next_for(Role.DRAFTER, K.RULES) is None
    assert next_for(Role.DRAFTER, K.STRUCTURE, K.RULES) is K.PROPOSAL
    assert next_for(Role.LETTER_ADMINISTRATOR, K.STRUCTURE, K.RULES) is K.FORMAT


def test_a_proposal_that_lacks_something_is_not_ready_to_be_handed_in() -> None:
    begun = (K.STRUCTURE, K.FORMAT, K.RULES, K.PROPOSAL)

    states = {step.key: step.state for step in guide_steps((*begun, K.STUDY), ())}

    assert (states[K.COMPLETENESS], states[K.SUBMISSION]) == (S.READY, S.LATER)
    assert next_for(Role.DRAFTER, *begun) is K.STUDY
    assert next_for(Role.DRAFTER, *begun, K.STUDY, K.COMPLETENESS) is K.SUBMISSION
    assert next_for(Role.DRAFTER, *GuideKey) is None
