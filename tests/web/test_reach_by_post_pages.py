"""The pages of a step that belongs to a post: opened by its holder of another bureau, and by nobody after."""

import re

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from tests.factories.authority import actor_now
from tests.factories.post_reach import ENDS, HEAD_OF_LEGAL, route_by, seat_head_of_legal
from tests.factories.roads import a_proposal_in, letter_of, page, revision
from tests.web.desk_office import DeskOffice, Reader

S = ProposalState


def seated(desks: DeskOffice, role: Role = HEAD_OF_LEGAL) -> Reader:
    """Return the reader with the authority of today."""
    desks.office.actors[role] = actor_now(desks.office, role)
    return desks.reader(role)


def test_the_head_of_legal_approves_another_bureaus_proposal_until_the_post_is_lost(
    desks: DeskOffice,
) -> None:
    office = desks.office
    route_by(office, seat_head_of_legal(office))
    first, second = a_proposal_in(office, S.LEGAL_REVIEW), a_proposal_in(office, S.LEGAL_REVIEW, "Biro Dua")
    documents = page(office, second).documents
    file_id = next(view.file_id for view in documents if view.file_id is not None)
    paths = (
        f"/usulan/{second}",
        f"/usulan/{second}/catatan",
        f"/surat/{letter_of(office, second).id}",
        f"/berkas/{file_id}",
    )
    head = seated(desks)

    tasks, opened = head.read("/tugas"), [head.open(path).status_code for path in paths]
    sent = head.send(f"/usulan/{first}/setujui/legal", seen_revision=revision(office, first))
    office.clock.set_to(ENDS)
    gone = seated(desks)

    assert len(re.findall("Baca dan telaah", tasks)) == 2
    assert opened == [200] * len(paths)
    assert (sent.status_code, page(office, first).state) == (303, S.INITIALLING)
    assert [gone.open(path).status_code for path in paths] == [404] * len(paths)
    refused = gone.send(f"/usulan/{second}/setujui/legal", seen_revision=revision(office, second))
    assert refused.status_code == 404
