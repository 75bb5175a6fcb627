"""Letters about a meeting, begun with what the meeting already knows."""

import json
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.details import clean_details
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.meetings.letter_details import details_from, kinds_for
from orgflow.domain.meetings.meeting import MeetingNotInState
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.drafting import draft_letter
from orgflow.services.meetings import require_running
from orgflow.services.scope import scope_of
from orgflow.services.use_case import use_case
from orgflow.store import letters, meetings


@dataclass(frozen=True, slots=True)
class BeginMeetingLetter:
    """Begin a letter of a kind about a meeting."""

    proposal_id: ProposalId
    meeting_id: UUID
    kind: LetterKind


@use_case(requires=Permission.EDIT_LETTER)
def begin_meeting_letter(ctx: Context, command: BeginMeetingLetter) -> UUID:
    """Begin a letter that is told what the meeting knows; the rest its writer tells.

    Raises:
        UnknownProposal, MeetingsClosed, UnknownMeeting.
        MeetingNotInState: letters of this kind are not written about the meeting as it stands.
    """
    require_running(ctx, command.proposal_id)
    row = meetings.meeting(ctx.session, command.proposal_id, command.meeting_id)
    if command.kind not in kinds_for(row.meeting):
        raise MeetingNotInState(state=row.state)
    agreed = [point.text for point in meetings.points_of(ctx.session, [row.id])[row.id]]
    letter_id = draft_letter(ctx, command.proposal_id, command.kind)
    told = clean_details(command.kind, details_from(row.meeting, agreed, command.kind))
    row_of_letter = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    row_of_letter.details = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return letter_id
