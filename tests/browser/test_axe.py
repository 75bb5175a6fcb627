"""Every page of every role, at both widths: no axe finding, no sideways scroll, nothing from elsewhere."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import bring_axe, faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

PEOPLE = ("kepala.humas", "tu", "administrator", "contoh.tu", "contoh.kepala.umum")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_FILE = re.compile(r"\.webp|/unduh(?:/|$)|^/berkas/|^/surat/[^/]+/bentuk/|/naskah/[a-z-]+\.\w+$")
ONE_OF_A_KIND = ("contoh.tu", "kepala.humas", "administrator")
"""Of each role somebody, who sees most first; `make slow PROOF=axe` looks over everybody's shoulder."""
_OF_EACH_ROLE = {"/", "/usulan", "/usulan/ID"}
"""The kinds of pages that every role sees in its own way; others are seen as whoever comes first."""
# What the crawl must have come by, lest a page lose its links unseen.
_MET = {"contoh.tu": {"/usulan/ID/surat-baru", "/surat/ID", "/surat/ID/tulis"}}
WIDTHS = (1280, 390)
# The forms that keep the registry are the same for every unit and post.
_FORM = re.compile(r"^/(unit|jabatan|masa-jabatan|tugas)/ID/.+|^/struktur/bentuk")
# So are the forms of a proposal's changes; test_reorganising looks at one of each sort.
_CHANGE = re.compile(r"(?<=/materi/)(tambah/|susun|ID/ubah).*")
# The sections of a study are written on the same page; PROOF=file looks at every one of them.
_SECTION = re.compile(r"(?<=^/usulan/ID/kajian/)[a-z_]+$")
# Every desk's deadline is asked for on the same page.
_DESK = re.compile(r"(?<=^/pengaturan/tenggat/).+")


def test_no_page_has_an_axe_finding(browser: Browser, looked_at_demo: Demo, tmp_path: Path) -> None:
    findings: dict[str, list[str]] = {}
    met: set[str] = set()
    for username in ONE_OF_A_KIND:
        with _a_desk(browser, looked_at_demo, tmp_path) as desk:
            desk.sign_in(username)
            found = _findings(desk, 1, met - _OF_EACH_ROLE)
        kinds = {_kind(path) for path in found}
        assert _MET.get(username, set()) | _OF_EACH_ROLE <= kinds
        met |= kinds
        findings |= {f"{username}: {path}": faulty for path, faulty in found.items() if faulty}

    assert len(met) > 100
    assert findings == {}


@pytest.mark.slow("axe")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("username", PEOPLE)
def test_no_page_of_a_kind_has_an_axe_finding_at_either_width(
    browser: Browser, looked_at_demo: Demo, tmp_path: Path, username: str
) -> None:
    with _a_desk(browser, looked_at_demo, tmp_path) as desk:
        desk.sign_in(username)
        findings = _findings(desk, 4, set())

    assert {path: found for path, found in findings.items() if found} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_doors_have_no_axe_finding(
    browser: Browser, looked_at_demo: Demo, tmp_path: Path, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        desk = Desk(context.new_page(), looked_at_demo, tmp_path)
        desk.open("/masuk")
        assert faults(desk.page) == []
        desk.press("Masuk")
        assert faults(desk.page) == []
        desk.page.goto(f"{looked_at_demo.address}/tidak-ada")
        assert faults(desk.page) == []


@contextmanager
def _a_desk(browser: Browser, demo: Demo, scans: Path) -> Iterator[Desk]:
    with browser.new_context(viewport={"width": WIDTHS[0], "height": 900}) as context:
        bring_axe(context)
        yield Desk(context.new_page(), demo, scans)


def _findings(desk: Desk, most_of_a_kind: int, met: set[str]) -> dict[str, list[str]]:
    """Return what is wrong with the pages that links lead to from Beranda, a few of each kind not yet met."""
    seen: dict[str, int] = dict.fromkeys(met, most_of_a_kind)
    findings: dict[str, list[str]] = {}
    waiting = ["/"]
    while waiting:
        path = waiting.pop(0)
        kind = _kind(path)
        most = 1 if _FORM.search(kind) else most_of_a_kind
        if path in findings or seen.get(kind, 0) >= most:
            continue
        seen[kind] = seen.get(kind, 0) + 1
        desk.open(path)
        findings[path] = _at_both_widths(desk)
        links = desk.page.locator("a[href^='/']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        waiting += [link.split("#")[0] for link in links if not _FILE.search(link)]
    return findings


def _kind(path: str) -> str:
    kind = _CHANGE.sub("PERUBAHAN", _ID.sub("ID", path.partition("?")[0]))
    return _SECTION.sub("BAGIAN", _DESK.sub("TAHAP", kind))


def _at_both_widths(desk: Desk) -> list[str]:
    found = []
    for width in WIDTHS:
        desk.page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width}: {fault}" for fault in faults(desk.page)]
    return found
