"""The whole road of the real case, the leaders' steps recorded by TU, on a phone without scripts."""

import re

import pytest

from orgflow.domain.calendar import format_date
from tests.browser.desk import Desk
from tests.browser.office_work import (
    complete_the_facts,
    give_number,
    issue,
    letter_of,
    proposal_here,
    see_tampering_found,
    see_the_registry_follow,
    today_there,
    walk_with_the_ministry,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_the_road_with_the_leaders_steps_recorded_by_tu(plain_desk: Desk) -> None:
    desk, today = plain_desk, today_there()
    leader = {"acted_on": format_date(today), "scan": str(desk.scan)}

    proposal = _the_waiting_draft(desk)
    desk.sign_in("organisasi")
    desk.attach(proposal, "RANPERGUB")
    desk.step(proposal, "setujui/organisation")
    desk.sign_in("hukum")
    desk.step(proposal, "setujui/legal")
    desk.sign_in("tu")
    desk.step(proposal, "paraf/assistant", person="Asisten Uji", **leader)
    desk.step(proposal, "paraf/secretary", person="Sekretaris Daerah Uji", **leader)
    complete_the_facts(desk)
    letter = letter_of(desk, proposal)
    issue(desk, letter)
    desk.step(proposal, "tanda-tangan/governor", person="Pejabat Uji", **leader)
    give_number(desk, letter, f"000.8.1.2/78/UJI.III/{today.year}")
    walk_with_the_ministry(desk, proposal, today)

    desk.open(f"{proposal}/riwayat")
    desk.see("dicatat oleh TU", "Asisten Uji", "Sekretaris Daerah Uji")
    see_the_registry_follow(desk.demo, today)
    see_tampering_found(desk.demo)


def _the_waiting_draft(desk: Desk) -> str:
    """The head opens the draft that waits for her, brings the study, and hands it on."""
    desk.open("/masuk")
    desk.press("Masuk sebagai Kepala Biro")
    desk.see("Perlu tindakan Anda")
    desk.page.get_by_role("main").locator('a[href^="/usulan/"]').first.click()
    proposal = proposal_here(desk)
    desk.attach(proposal, "KAJIAN")
    desk.step(proposal, "teruskan")
    assert re.search(r"/usulan/", desk.page.url)
    return proposal
