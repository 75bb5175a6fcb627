"""Draw every kind of letter from its sample, as PDF and as its Word file in LibreOffice, for docs/letters/.

Usage: python scripts/letter_pictures.py FOLDER [KIND ...]
"""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from orgflow.letters.renderer import InProcessRenderer
from orgflow.letters.templates import letter_kinds, load_sample, load_template
from orgflow.resources import letter_templates

WIDTH_PX: Final = 700
EMBLEM: Final = Path(__file__).parents[1] / "orgflow/services/demo/emblem-contoh.png"
OFFICE_WITHIN_S: Final = 180
HEAD: Final = """# What the letters look like

Every kind of document in `letter_templates/`, drawn from its `sample.toml`: an invented government (CONTOH)
with an invented emblem. First the PDF to be signed, then the Word file as LibreOffice prints it.

Bookman Old Style is drawn in TeX Gyre Bonum, whose lines LibreOffice sets further apart.

`make pictures` draws them anew, `make pictures KINDS="notula surat_biro"` some of them. Look at what
changed before it is committed.

| Kind | PDF | Word |
| --- | --- | --- |
"""


def draw(kind: str, folder: Path) -> None:
    """Write the pictures of a kind in place of those that are there."""
    emblem, root, renderer = EMBLEM.read_bytes(), letter_templates(), InProcessRenderer()
    template, facts = load_template(root, kind), load_sample(root, kind)
    if template.layout.head_form is not None:
        named = hashlib.sha256(emblem).hexdigest()
        facts = replace(facts, letterhead=replace(facts.letterhead, emblem=named))
    picture = emblem if facts.letterhead.emblem else None
    letter = renderer.render(template, facts, picture)
    faults = renderer.check(template, facts, letter)
    if faults:
        raise SystemExit(f"{kind}: {faults}")
    for old in folder.glob(f"{kind}.*.webp"):
        old.unlink()
    for form, pdf in (("pdf", letter.pdf), ("docx", printed(letter.docx))):
        for page, image in enumerate(renderer.pictures(pdf, WIDTH_PX), start=1):
            (folder / f"{kind}.{form}-{page}.webp").write_bytes(image)


def printed(docx: bytes) -> bytes:
    """Return a Word file as LibreOffice prints it."""
    with TemporaryDirectory() as name:
        source = Path(name) / "naskah.docx"
        source.write_bytes(docx)
        own = f"-env:UserInstallation=file://{name}/profile"
        subprocess.run(
            ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", name, str(source)],
            check=True,
            capture_output=True,
            timeout=OFFICE_WITHIN_S,
        )
        return source.with_suffix(".pdf").read_bytes()


def index(folder: Path) -> Iterator[str]:
    """Yield the lines of the index, a kind a line."""
    root = letter_templates()
    for kind in letter_kinds(root):
        shown = (_shown(sorted(folder.glob(f"{kind}.{form}-*.webp"))) for form in ("pdf", "docx"))
        yield f"| {load_template(root, kind).title} (`{kind}`) | {' | '.join(shown)} |\n"


def _shown(pictures: list[Path]) -> str:
    return " ".join(f"![Page {page}]({picture.name})" for page, picture in enumerate(pictures, start=1))


def main(folder: Path, kinds: list[str]) -> None:
    """Draw these kinds, or every one, and write the index."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds or letter_kinds(letter_templates()):
        draw(kind, folder)
        print(kind)
    (folder / "README.md").write_text(HEAD + "".join(index(folder)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
