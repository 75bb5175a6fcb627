"""As many statements for many accounts, holders of posts, reminders and notes as for few."""

from datetime import date
from typing import Final

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteKind
from orgflow.domain.proposals.deadlines import Deadline
from orgflow.domain.proposals.states import DESKS, ProposalState
from orgflow.domain.values import OfficialId, UserId
from orgflow.services.account_links import ChangePostRole, give_post_role
from orgflow.services.account_pages import list_accounts
from orgflow.services.deadlines import SetDeadline, set_deadline
from orgflow.services.letter_writing import show_writing
from orgflow.services.note_pages import count_notes
from orgflow.services.notes import WriteNote, write_note
from orgflow.services.notices import holders_of, in_posts, takers_today
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.reminders import remind
from orgflow.services.use_case import housekeeping
from orgflow.store import officials
from orgflow.store.access import UserRoleRow, UserRow
from tests.factories.authority import acting, lend
from tests.factories.governments import HUKUM, HUMAS, SINCE
from tests.factories.office import Office
from tests.factories.post_reach import HEAD_OF_LEGAL, move_to
from tests.factories.registry import Keeper
from tests.factories.roads import a_draft, a_proposal_in, letter_of
from tests.factories.statements import counting

R, P = Role, Permission
POST: Final = "Kepala Contoh"
LATE: Final = date(2026, 12, 1)

holders_now = housekeeping(holders_of)
in_posts_now = housekeeping(in_posts)
takers_now = housekeeping(takers_today)


def heads(office: Office, keeper: Keeper, *names: str) -> set[UserId]:
    """Return the accounts of new persons who all hold the post of the bureau's head."""
    for name in names:
        keeper.appoint(name, POST, SINCE)
    with office.resources.writing() as session:
        known = {
            one.name: one.official_id for one in officials.officials(session, office.government_id).values()
        }
        rows = [a_head(office, known[name]) for name in names]
        session.add_all(rows)
        session.flush()
        for row in rows:
            session.add(
                UserRoleRow(government_id=office.government_id, user_id=row.id, role=str(R.BUREAU_HEAD))
            )
        session.commit()
        return {UserId(row.id) for row in rows}


def a_head(office: Office, official_id: OfficialId) -> UserRow:
    """Return the account of a person of the registry."""
    made = office.resources.new_id()
    return UserRow(
        id=made,
        government_id=office.government_id,
        username=f"contoh.{made}",
        display_name="Contoh",
        password_hash="-",
        official_id=official_id,
        is_active=True,
        must_change_password=False,
        revision=1,
        created_at=office.clock(),
        changed_at=office.clock(),
    )


def test_ten_holders_of_a_post_are_found_in_as_many_statements_as_two(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.post(POST, HUMAS, SINCE, seats=12)
    give_post_role(office.context(R.SYSTEM_ADMINISTRATOR), ChangePostRole(keeper.posts[POST], R.BUREAU_HEAD))
    asked = [P.REVIEW_AS_UNIT], office.units[HUMAS]
    known = heads(office, keeper, "Contoh Satu", "Contoh Dua")
    with counting(office) as few:
        holders_now(office.as_system(), *asked)
        in_posts_now(office.as_system(), [keeper.posts[POST]])

    known |= heads(office, keeper, *(f"Contoh Tiga {letter}" for letter in "ABCDEFGH"))
    with counting(office) as many:
        found = holders_now(office.as_system(), *asked)
        in_post = in_posts_now(office.as_system(), [keeper.posts[POST]])

    assert many.count == few.count
    assert known == in_post
    assert known <= found


def test_ten_accounts_are_listed_in_as_many_statements_as_two(office: Office) -> None:
    keeper, administrator = Keeper.of(office), office.context(R.SYSTEM_ADMINISTRATOR)
    keeper.post(POST, HUMAS, SINCE, seats=12)
    heads(office, keeper, "Contoh Satu")
    with counting(office) as few:
        before = list_accounts(administrator)

    heads(office, keeper, *(f"Contoh Dua {letter}" for letter in "ABCDEFGH"))
    with counting(office) as many:
        after = list_accounts(administrator)

    assert (many.count, len(after)) == (few.count, len(before) + 8)
    assert all(account.roles for account in after)


def test_what_many_lend_within_their_units_is_read_in_as_many_statements_as_what_one_lends(
    office: Office,
) -> None:
    proposal_id, reviewer = a_draft(office), R.ORGANISATION_REVIEWER
    move_to(office, HUKUM, R.BUREAU_HEAD)
    lend(office, R.BUREAU_HEAD, reviewer, P.REVIEW_AS_UNIT)
    with counting(office) as few:
        show_proposal(acting(office, reviewer), proposal_id)

    lend(office, HEAD_OF_LEGAL, reviewer, P.REVIEW_AS_UNIT)
    lend(office, R.LEGAL_REVIEWER, reviewer, P.REVIEW_AS_LEGAL)
    with counting(office) as many:
        shown = show_proposal(acting(office, reviewer), proposal_id)

    assert many.count == few.count
    assert {P.REVIEW_AS_UNIT, P.REVIEW_AS_LEGAL} <= shown.reader.permissions


def test_whoever_is_reminded_of_several_proposals_is_looked_up_once(office: Office) -> None:
    for name in ("Biro Satu", "Biro Dua", "Biro Tiga"):
        a_draft(office, name)
    set_deadline(
        office.context(R.SYSTEM_ADMINISTRATOR),
        SetDeadline("draft", 0, Deadline(2, "Ketentuan karangan", is_verified=False)),
    )
    office.clock.set_to(LATE)
    with counting(office) as once:
        takers_now(office.as_system(), DESKS[ProposalState.DRAFT], office.units[HUMAS])

    with counting(office) as reminding:
        given = remind(office.as_system())

    looked_up = [[held for held in one.statements if "user_roles" in held] for one in (once, reminding)]
    assert given == 3
    assert looked_up[0]
    assert len(looked_up[1]) == len(looked_up[0])


def test_five_notes_are_counted_in_as_many_statements_as_one(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    reviewer, letter = office.context(R.ORGANISATION_REVIEWER), letter_of(office, proposal_id)
    passage = show_writing(office.context(R.DRAFTER), letter.id).passages[0]
    place = PlaceKind.PASSAGE, f"{letter.id}/{passage.key}"
    write_note(reviewer, WriteNote(proposal_id, NoteKind.COMMENT, *place, "Mohon diperiksa."))
    with counting(office) as few:
        count_notes(reviewer, proposal_id)

    for number in range(4):
        write_note(reviewer, WriteNote(proposal_id, NoteKind.COMMENT, *place, f"Nomor {number} juga."))
    with counting(office) as many:
        marks = count_notes(reviewer, proposal_id)

    assert (many.count, marks.count) == (few.count, 5)
