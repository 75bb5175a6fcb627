"""Letters of the ministry are read together: many cost no more statements than one."""

from orgflow.domain.access.roles import Role
from orgflow.services.incoming_pages import AgendaWish, show_agenda
from orgflow.services.ministry_pages import show_ministry
from tests.factories.ministry import a_proposal_of, came
from tests.factories.office import Office
from tests.factories.statements import counting


def test_many_letters_cost_no_more_statements_than_one(office: Office) -> None:
    proposal_id, ctx = a_proposal_of(office), office.context(Role.LETTER_ADMINISTRATOR)
    came(office, proposal_id)
    with counting(office) as of_one:
        show_ministry(ctx, proposal_id)
        show_agenda(ctx, AgendaWish())

    for number in range(4):
        came(office, proposal_id, number=f"UJI-{number}")
    with counting(office) as of_five:
        exchange, agenda = show_ministry(ctx, proposal_id), show_agenda(ctx, AgendaWish())

    assert of_five.count == of_one.count
    assert (len(exchange.letters), len(agenda.lines)) == (5, 5)
