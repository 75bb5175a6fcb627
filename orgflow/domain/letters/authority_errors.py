"""Why a post may not sign, each with the facts that say so."""

from orgflow.domain.errors import NotFound, RuleBroken


class UnknownSigningPost(NotFound):
    """No such post is recorded on the day."""

    code = "unknown_signing_post"


class SigningRefused(RuleBroken):
    """The signature would not be right; subclasses say why."""

    code = "signing_refused"


class SignerUnknown(SigningRefused):
    """Nobody was ever recorded in the post."""

    code = "signer_unknown"


class SignerTermNotBegun(SigningRefused):
    """The first holder recorded begins on a later day, ``begins_on``."""

    code = "signer_term_not_begun"


class SignerTermEnded(SigningRefused):
    """The last holder left; ``last_day`` was the last day in office."""

    code = "signer_term_ended"


class SignerLastSeen(SigningRefused):
    """The last holder known was seen in office on ``seen_on`` alone, the end unknown."""

    code = "signer_last_seen"


class SigningChainUnknown(SigningRefused):
    """Which post stands above ``post`` is not recorded, so nobody can say how far below it signs."""

    code = "signing_chain_unknown"


class SignerNotBelow(SigningRefused):
    """The signer does not stand below the post in whose name it would sign."""

    code = "signer_not_below"


class SignerTooFarBelow(SigningRefused):
    """The signer stands more than two levels below: a.n. is one level down, u.b. two."""

    code = "signer_too_far_below"


class MandateMissing(SigningRefused):
    """No mandate between the two posts is recorded."""

    code = "mandate_missing"


class MandateOfOtherForm(SigningRefused):
    """The mandate between the two is of a form that does not fit how far apart they stand now."""

    code = "mandate_of_other_form"


class MandateDoesNotCover(SigningRefused):
    """The mandate does not speak of this kind."""

    code = "mandate_does_not_cover"


class MandateExpired(SigningRefused):
    """The mandate ended; ``last_day`` was its last day."""

    code = "mandate_expired"


class MandateNotBegun(SigningRefused):
    """The mandate begins on a later day, ``begins_on``."""

    code = "mandate_not_begun"


class NotSignedOnBehalf(SigningRefused):
    """A kind that nobody signs in another's name."""

    code = "not_signed_on_behalf"


class MayNotSignInOwnName(SigningRefused):
    """The kind is kept to other posts than the signer's."""

    code = "may_not_sign_in_own_name"


class MandateToItself(RuleBroken):
    """Giver and receiver are one post."""

    code = "mandate_to_itself"


class MandateFormUnfit(RuleBroken):
    """The form asks for another distance than stands between the two posts."""

    code = "mandate_form_unfit"


class MandatePeriodUnfit(RuleBroken):
    """A mandate would end before it begins, or an end lies before its first day."""

    code = "mandate_period_unfit"


class MandateKindUnfit(RuleBroken):
    """A mandate would cover a kind that nobody signs in another's name."""

    code = "mandate_kind_unfit"


class RuleMonthsUnfit(RuleBroken):
    """A period is not between 1 and 120 months."""

    code = "rule_months_unfit"


class RuleSeverityUnfit(RuleBroken):
    """The rule cannot weigh so: what warns cannot refuse."""

    code = "rule_severity_unfit"


class RuleReachUnfit(RuleBroken):
    """The rule names nothing that it could apply to."""

    code = "rule_reach_unfit"
