"""Why an operation cannot be applied, where the registry's own rules have no name for it."""

from orgflow.domain.errors import RuleBroken


class IdTaken(RuleBroken):
    """What is to begin bears an id that something bears already."""

    code = "id_taken"


class MergeOfOne(RuleBroken):
    """A merge names fewer than two different units."""

    code = "merge_of_one"


class SplitWithoutParts(RuleBroken):
    """A split names fewer than two parts."""

    code = "split_without_parts"


class NotOfUnit(RuleBroken):
    """A post, function or unit does not belong to the unit that the operation says it is of."""

    code = "not_of_unit"


class TakenTwice(RuleBroken):
    """The operation names one post, function or unit twice."""

    code = "taken_twice"


class FunctionMovedAway(RuleBroken):
    """The function is no longer the unit's: an earlier operation gave it to another."""

    code = "function_moved_away"


class PostMovedAway(RuleBroken):
    """The post is no longer the unit's: an earlier operation gave it to another."""

    code = "post_moved_away"


class HeirMissing(RuleBroken):
    """Something is to go to an heir and none is named."""

    code = "heir_missing"


class HeirEnds(RuleBroken):
    """The heir is the unit itself, or ends with it, or is none of the parts."""

    code = "heir_ends"


class PlaceNegative(RuleBroken):
    """A place among siblings, or in a list of functions, is negative."""

    code = "place_negative"
