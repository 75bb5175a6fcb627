"""The PDF carries its fonts, can be read aloud, and fetches nothing."""

import http.server
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from orgflow.letters.docx_text import read_docx
from orgflow.letters.errors import RenderFailed
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import EMBLEM_URL
from orgflow.letters.pdf_fonts import read_fonts
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.renderer import render_letter
from orgflow.letters.wording import bare
from tests.letters.examples import a_draft, a_style, a_template, an_emblem, some_facts, with_emblem


@dataclass
class Canary:
    """A server that notes whether anyone came."""

    address: str
    visits: list[str]


@pytest.fixture
def canary() -> Iterator[Canary]:
    visits: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            del code, size

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Canary(f"http://127.0.0.1:{server.server_address[1]}", visits)
        server.shutdown()
        thread.join()


def test_all_fonts_are_inside_and_of_the_letters_own_family() -> None:
    fonts = read_fonts(render_letter(a_template(), some_facts(), None).pdf)

    assert fonts
    assert all(font.is_embedded for font in fonts)
    assert all(font.name.replace("-", "").startswith(("LiberationSans", "Arimo")) for font in fonts)


def test_the_pdf_is_tagged_titled_and_in_indonesian() -> None:
    emblem = an_emblem()
    letter = render_letter(a_template(), with_emblem(some_facts(), emblem), emblem)

    with pikepdf.open(io.BytesIO(letter.pdf)) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "3A"
        assert pdf.Root.Lang == "id"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.docinfo.Title == some_facts().subject
        assert "/CreationDate" not in pdf.docinfo
        assert b"Lambang Provinsi Contoh" in b"".join(
            str(entry.get("/Alt")).encode()
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and "/Alt" in entry
        )


def test_the_first_page_has_no_number_and_the_next_ones_do() -> None:
    first, second = read_pages(render_letter(a_template(), replace(some_facts(), is_sample=False), None).pdf)

    assert first.running.strip() == ""
    assert second.running.strip() == "- 2 -"


def test_every_page_bears_its_marks_above_the_text() -> None:
    pages = read_pages(render_letter(a_template(), a_draft(), None).pdf)

    assert all("KONSEP · CONTOH" in page.running for page in pages)
    assert not any("KONSEP" in page.words for page in pages)


@pytest.mark.parametrize("lines", range(24))
def test_the_signing_block_is_never_alone_wherever_the_page_ends(lines: int) -> None:
    facts = some_facts(considerations=("alasan pertama", *(f"alasan ke-{n}" for n in range(lines))))

    pages = read_pages(render_letter(a_template(), facts, None).pdf)

    signed = [page.words for page in pages if "GUBERNUR CONTOH," in page.words]
    assert len(signed) == 1
    assert "diucapkan terima kasih" in signed[0].partition("GUBERNUR CONTOH,")[0]
    assert "Dra. Contoh Pertiwi" in signed[0]


def test_markup_and_addresses_in_any_field_are_words_and_fetch_nothing(
    canary: Canary, tmp_path: Path
) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("ISI-RAHASIA")
    bait = (
        f'<img src="{canary.address}/a"><link rel=stylesheet href="file://{secret}">'
        f'<style>@import "{canary.address}/b";</style>url({canary.address}/c) '
        f"<iframe src='file://{secret}'></iframe><a href='{canary.address}/d'>x</a>"
        f"<object data='file://{secret}'></object><svg><image href='file://{secret}'/></svg>"
    )
    sample = some_facts(
        **{name: bait for name, value in some_facts().body.items() if isinstance(value, str)},
        considerations=(bait, bait),
        enclosure_titles=(bait,),
        changes=({"before": bait, "after": bait},),
        regulation={"number": bait, "year": bait, "title": bait},
    )
    facts = replace(
        sample,
        letterhead=replace(sample.letterhead, lines=(bait,), contact=(bait,)),
        place=bait,
        date=(bait,),
        number=(bait,),
        urgency=bait,
        enclosures=bait,
        subject=bait,
        addressees=((bait, bait),),
        addressee_place=bait,
        signatures=(replace(sample.signatures[0], title_lines=(bait,), name=bait, rank=bait, nip=bait),),
        copies=(bait,),
    )

    letter = render_letter(a_template(), facts, None)

    said = bare("".join(page.words for page in read_pages(letter.pdf)))
    assert canary.visits == []
    assert "ISI-RAHASIA" not in said
    assert said.count(bare(bait)) > 25
    assert read_docx(letter.docx).words.count(bait) > 25


@pytest.mark.parametrize(
    "rule", ['@import "{}";', "p {{ background: url({}) }}", "@font-face {{ font-family: x; src: url({}) }}"]
)
@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/x", "data:text/css,p{}"])
def test_a_sheet_that_fetches_ends_the_rendering(rule: str, address: str) -> None:
    sheet = rule.format(address) + a_style("p { font-family: x, 'Liberation Sans' }").stylesheet
    template = replace(a_template(), stylesheet=sheet)

    with pytest.raises(RenderFailed) as failed:
        render_letter(template, some_facts(), None)

    assert failed.value.facts["reason"] == "fetch_refused"


def test_anything_the_printer_warns_of_is_a_failure_each_time() -> None:
    for _ in range(2):
        with pytest.raises(RenderFailed) as failed:
            render_letter(a_style("p { colour: red }"), some_facts(), None)

        assert failed.value.facts["reason"] == "warned"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://localhost/", EMBLEM_URL, "orgflow:other", ""]
)
def test_the_fetcher_hands_out_the_emblem_alone(address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        EmblemFetcher(None).fetch(address)
    assert EmblemFetcher(b"x").fetch(EMBLEM_URL).read() == b"x"
