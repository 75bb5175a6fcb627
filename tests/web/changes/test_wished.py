"""A wished-for state brought as a file or a day: what leads there, what is asked, what is added."""

import io
import re
from uuid import UUID

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.matching import Doubt, Thing, Why
from orgflow.domain.values import UnitId
from orgflow.services.wished import Question
from orgflow.web.changes.wished_forms import twice_said
from tests.factories.roads import NEW_NAME, page
from tests.factories.sheets import units_csv
from tests.web.changes.editor import Editor, an_editor
from tests.web.desk_office import DeskOffice, words_of

KEPT = (
    ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", ""),
    ("setda", "Sekretariat Daerah", "Sekretariat Daerah", "pemprov"),
    ("umum", "Biro Umum", "Biro", "setda"),
    ("hukum", "Biro Hukum dan HAM", "Biro", "setda"),
    ("humas", NEW_NAME, "Biro", "setda"),
)


def bring(editor: Editor, *rows: tuple[str, ...]) -> str:
    """Bring a file with these units, and return where its comparison stands."""
    answer = editor.send("susun", upload=(io.BytesIO(units_csv(*KEPT, *rows)), "susunan.csv"), on="")
    assert answer.status_code == 303, words_of(answer)
    return answer.headers["Location"].split("/materi/")[1]


def questions(editor: Editor, way: str) -> list[str]:
    """Return the names of the pairs that are asked."""
    body = editor.reader.open(f"{editor.path}/{way}").get_data(as_text=True)
    return list(dict.fromkeys(re.findall(r'name="(pasangan\d+)"', body)))


def test_a_file_leads_to_operations_of_the_proposals_own_branch(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    way = bring(
        editor,
        ("media", "Bagian Media", "Bagian", "humas"),
        ("arsip", "Subbagian Arsip", "Subbagian", "media"),
    )

    shown = editor.reader.read(f"{editor.path}/{way}")
    assert "Dibentuk Subbagian Arsip di bawah Bagian Media." in shown
    assert "Biro Hukum dan HAM" not in shown
    assert "di luar unit usulan ini dan tidak diambil" in shown
    assert len(editor.operations) == 1
    answer = editor.send(way, aksi="tambahkan")

    assert answer.status_code == 303, words_of(answer)
    assert [type(one) for one in editor.operations] == [ops.RenameUnit, ops.CreateUnit]
    assert editor.unit("Subbagian Arsip") in editor.after.units


def test_a_doubtful_pair_is_asked_and_the_answer_counts(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    division: UnitId = editor.unit("Bagian Media")
    way = bring(editor, ("media-baru", "Bagian Media", "Bagian", "humas"))
    (asked,) = questions(editor, way)
    assert "Bagian Media dihapus." in editor.reader.read(f"{editor.path}/{way}")

    seen = editor.send(way, aksi="lihat", **{asked: "ya"})
    assert seen.status_code == 200
    assert "Tidak ada yang berbeda" in words_of(seen)
    assert len(editor.operations) == 1
    assert editor.send(way, aksi="tambahkan", **{asked: "tidak"}).status_code == 303

    assert division not in editor.after.units
    assert editor.unit("Bagian Media") != division


def test_a_faulty_file_is_told_by_its_rows(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    way = bring(editor, ("x", "Bagian X", "Bagian", "tak-ada"))

    answer = editor.reader.open(f"{editor.path}/{way}")

    assert answer.status_code == 422
    assert "kode_atasan" in words_of(answer)


def test_a_day_whose_state_is_the_present_one_adds_nothing(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    answer = editor.send("susun", on="1 April 2026")
    way = answer.headers["Location"].split("/materi/")[1]

    shown = editor.reader.read(f"{editor.path}/{way}")

    # The registry of that day does not know the draft's own rename, which leads back to the old name.
    assert "Nomenklatur Biro Administrasi Pimpinan diubah menjadi Biro Humas." in shown
    assert editor.reader.open(f"{editor.path}/susun/hasil").status_code == 400
    assert page(desks.office, editor.proposal_id).revision == 1


def test_neither_file_nor_day_is_told_beside_the_field(desks: DeskOffice) -> None:
    editor = an_editor(desks)

    answer = editor.send("susun", on="")

    assert answer.status_code == 422
    assert 'id="upload-error"' in answer.get_data(as_text=True)


def test_one_unit_does_not_become_two() -> None:
    old, one, two = (UUID(int=number) for number in (1, 2, 3))
    asked = [
        Question(Doubt(Thing.UNIT, old, new, Why.ALIKE_IN_PLACE, 0.6, False), "lama", "baru", is_one=False)
        for new in (one, two)
    ]

    assert twice_said({(Thing.UNIT, old, one): True}, asked) == ""
    assert twice_said({(Thing.UNIT, old, new): True for new in (one, two)}, asked) == "pasangan1"
