"""Why a delegation is refused."""

from orgflow.domain.errors import RuleBroken


class DelegationToItself(RuleBroken):
    """Nobody lends tasks to himself."""

    code = "delegation_to_itself"


class DelegateUnfit(RuleBroken):
    """The account is closed, or administers or audits and takes no part in the procedure."""

    code = "delegate_unfit"


class DelegationPeriodUnfit(RuleBroken):
    """The last day is before the first."""

    code = "delegation_period_unfit"


class DelegationBackdated(RuleBroken):
    """A person lends own tasks from today on, not from a day that is past."""

    code = "delegation_backdated"


class NothingDelegated(RuleBroken):
    """Neither a task nor a post is lent."""

    code = "nothing_delegated"


class PostNeeded(RuleBroken):
    """A substitution is in a post."""

    code = "delegation_post_needed"


class TaskNotOwn(RuleBroken):
    """The task or post is not the person's to lend."""

    code = "task_not_own"


class Redelegation(RuleBroken):
    """What was lent is not lent on."""

    code = "redelegation"


class DelegationOverlaps(RuleBroken):
    """One of the tasks is in other hands within the period."""

    code = "delegation_overlaps"


class DelegationLetterInFuture(RuleBroken):
    """The letter bears a date that has not come."""

    code = "delegation_letter_in_future"


class DelegationEnded(RuleBroken):
    """The delegation has ended or was recalled already."""

    code = "delegation_ended"


class PrincipalUnknown(RuleBroken):
    """It is not said in whose place."""

    code = "delegation_principal_unknown"
