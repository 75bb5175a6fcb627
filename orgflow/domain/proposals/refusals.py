"""Why the road refuses a step."""

from orgflow.domain.errors import Forbidden, RuleBroken


class TransitionNotAllowed(RuleBroken):
    """The action does not exist in the proposal's present state."""

    code = "transition_not_allowed"


class OutOfTurn(RuleBroken):
    """Another action must be taken first."""

    code = "out_of_turn"


class StepTakenAlready(RuleBroken):
    """The step was already taken in this round."""

    code = "step_taken_already"


class OwnWork(Forbidden):
    """Who drafted a proposal does not decide on it."""

    code = "own_work"


class StepNeeds(RuleBroken):
    """The step must be given something that is missing."""

    code = "step_needs"


class StepDateInFuture(RuleBroken):
    """A step is recorded for a day that has not come."""

    code = "step_date_in_future"


class StepDateBeforePrevious(RuleBroken):
    """A step bears a day before that of the step before it, and nobody says why."""

    code = "step_date_before_previous"


class NotEditable(RuleBroken):
    """Only a draft may be changed."""

    code = "proposal_not_editable"


class RouteUnchanged(RuleBroken):
    """The proposal goes this route already."""

    code = "route_unchanged"
