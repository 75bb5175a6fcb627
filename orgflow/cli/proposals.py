"""Commands on proposals: the documents derived from one."""

from pathlib import Path
from uuid import UUID

import click

from orgflow.cli.command import context_for, data_option, government_option, opened, write_file
from orgflow.cli.speech import OfficeCommand, OfficeGroup
from orgflow.domain.papers.kinds import PaperKind
from orgflow.services.papers.files import paper_file
from orgflow.services.papers.formats import PaperFormat


@click.group(cls=OfficeGroup, name="proposal")
def proposal_group() -> None:
    """Usulan."""


@proposal_group.command("document", cls=OfficeCommand)
@data_option
@government_option
@click.argument("proposal_id", metavar="ID", type=click.UUID)
@click.argument("kind", metavar="DOKUMEN", type=click.Choice([kind.value for kind in PaperKind]))
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in PaperFormat]),
    required=True,
    help="Bentuk berkas.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="BERKAS",
    help="Ditulis ke berkas ini.",
)
def document(
    *, data: Path | None, code: str | None, proposal_id: UUID, kind: str, form: str, output: Path
) -> None:
    """Tulis dokumen yang disusun dari materi usulan; ID ada pada alamat halaman usulan."""
    with opened(data) as installation:
        ctx = context_for(installation, code, "orgflow proposal document")
        file = paper_file(ctx, proposal_id, PaperKind(kind), PaperFormat(form))
    write_file(output, file.content)
