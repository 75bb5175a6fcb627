"""What stands under the operations: marks on the charts, the tables, and the impact with its mending."""

import html
import re
from dataclasses import replace
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.apply import apply_all
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.values import FunctionId, OperationId, PostId
from orgflow.services.organisation.instruments import PutArticle, list_instruments, put_article
from orgflow.store.proposals import PlacedOperation
from orgflow.web.changes.consequences import consequences
from tests.factories.governments import BASE, HUMAS
from tests.factories.office import a_context
from tests.factories.roads import a_bare_draft, page
from tests.web.changes.editor import Editor, an_editor
from tests.web.desk_office import DeskOffice, main_of


def shown(editor: Editor) -> str:
    """Return the page's own part as it was sent."""
    return main_of(editor.reader.open(editor.path))


def section(body: str, name: str) -> str:
    """Return one section of the page."""
    found = re.search(rf'<section class="[^"]*" aria-labelledby="{name}">.*?</section>', body, re.DOTALL)
    assert found is not None, name
    return found.group()


def test_a_plain_renaming_shows_no_more_than_names(desks: DeskOffice) -> None:
    body = shown(an_editor(desks))

    assert re.findall(r'of-box mark-(\w+)"><mark>([^<]+)', section(body, "bagan")) == [
        ("rename", "Nama diubah"),
        ("rename", "Nama diubah"),
    ]
    impact = section(body, "dampak")
    assert "<h3" not in impact
    assert "Unit di bawah yang berubah: 1" in impact
    assert "Jabatan" not in section(body, "matriks")


def test_every_becoming_has_its_mark_and_its_word(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    division, agency = editor.unit("Bagian Media"), editor.unit("Dinas Kominfo")
    editor.add(
        "bentuk-unit",
        name="Bagian Arsip",
        unit_kind="bagian",
        parent=editor.unit("Biro Administrasi Pimpinan"),
    )
    editor.add(f"ubah-tugas-fungsi?unit={division}", new_functions="meliput")
    function = editor.after.functions_of(division)[0].id
    editor.add(f"alihkan-fungsi?unit={division}", functions=str(function), to=agency)
    editor.add("pindahkan-unit", unit=division, parent=editor.unit("Biro Umum"))
    editor.add("ganti-nama", unit_id=division, new_name="Bagian Publikasi")

    marks = re.findall(r'of-box mark-(\w+)"><mark>([^<]+)', section(shown(editor), "bagan"))
    assert ("new", "Baru") in marks
    assert ("inside", "Isi diubah") in marks
    assert marks.count(("move", "Pindah")) == 2
    assert ("move", "Pindah, nama diubah") in marks
    tables = section(shown(editor), "matriks")
    assert "Atasan Bagian Media" in tables
    assert "Fungsi Dinas Kominfo" in tables


def test_each_open_end_leads_to_where_it_is_mended(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    bureau, division = editor.unit("Biro Administrasi Pimpinan"), editor.unit("Bagian Media")
    editor.add("bentuk-unit", name="Bagian Arsip", unit_kind="bagian", parent=bureau)
    drafted = page(desks.office, editor.proposal_id)
    end = PlacedOperation(OperationId(UUID(int=5)), ops.AbolishUnit(division))
    head = Post(PostId(UUID(int=6)), division, PostRole.HEAD)
    function = Function(FunctionId(UUID(int=7)), division, FunctionKind.FUNCTION, 1, "meliput acara")
    held = drafted.organisation_before
    before = Organisation.of(held.structure, held.kinds, (head,), (function,))
    listed = (*drafted.operations, end)
    after = apply_all(before, [placed.operation for placed in listed])

    with desks.app.test_request_context(headers={"Seat": str(Role.BUREAU_HEAD)}):
        found = consequences(
            a_context(desks.office),
            replace(
                drafted,
                is_editable=True,
                operations=listed,
                organisation_before=before,
                organisation_after=after,
            ),
        )

    assert found is not None
    mended = {line.text: (line.url or "", line.link) for group in found.groups for line in group.lines}
    ended = (f"/usulan/{editor.proposal_id}/materi/{end.id}/ubah", "Perbaiki perubahan 3")
    assert mended["Kepala Bagian Media pada Bagian Media berakhir tanpa dinyatakan."] == ended
    assert mended["“meliput acara” dari Bagian Media tidak diteruskan dan tidak dinyatakan dihapus."] == ended
    url, _ = mended["Bagian Arsip belum mempunyai jabatan kepala."]
    assert url.endswith(f"/tambah/bentuk-jabatan?unit={editor.unit('Bagian Arsip')}&role=head")
    url, _ = mended["Bagian Arsip belum mempunyai tugas dan fungsi."]
    assert url.endswith(f"/tambah/ubah-tugas-fungsi?unit={editor.unit('Bagian Arsip')}")
    assert [(total.label, total.difference) for total in found.totals][-1] == ("Seluruhnya", "−1")


def test_a_reason_stands_with_its_operation(desks: DeskOffice) -> None:
    editor = an_editor(desks)

    editor.add(
        "ubah-jenis", unit=editor.unit("Bagian Media"), unit_kind="subbagian", reason="Beban kerja turun"
    )

    assert "Alasan: Beban kerja turun" in editor.reader.read(editor.path)


def test_what_else_names_the_unit_is_told_with_a_way_to_it(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    other = a_bare_draft(desks.office, "Biro Humas Pimpinan")
    keeper = desks.office.context(Role.SYSTEM_ADMINISTRATOR)
    base = next(held for held in list_instruments(keeper).held if held.number == BASE)
    put_article(keeper, PutArticle(base.id, "Pasal 40", f"{HUMAS} dipimpin oleh kepala."))

    impact = html.unescape(section(shown(editor), "dampak"))

    assert "1 peraturan memuat nama lama" in impact
    assert "Pasal 40" in impact
    assert f"/usulan/{editor.proposal_id}/naskah/rancangan-pergub" in impact
    assert f"Usulan perubahan {HUMAS}: masih berjalan, tentang {HUMAS}." in impact
    assert f"/usulan/{other}" not in impact
    seen = main_of(desks.reader(Role.ORGANISATION_REVIEWER).open(f"/usulan/{editor.proposal_id}/materi"))
    assert f"/usulan/{other}" in seen
