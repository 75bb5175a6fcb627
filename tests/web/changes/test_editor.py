"""Every kind of change asked for, kept, and opened again as it was kept."""

import re

from orgflow.domain.access.roles import Role
from orgflow.domain.changes import operations as ops
from orgflow.domain.organisation.records import PostRole
from tests.factories.governments import HUMAS, UMUM
from tests.web.changes.editor import Editor, an_editor
from tests.web.desk_office import DeskOffice, words_of

DIVISION = "Bagian Media"


def two_sections(desks: DeskOffice) -> Editor:
    """Return an editor after two sections, each with a head, one with a post and three functions."""
    editor = an_editor(desks)
    division = editor.unit(DIVISION)
    for name in ("Subbagian Berita", "Subbagian Siaran"):
        editor.add(
            "bentuk-unit",
            name=name,
            unit_kind="subbagian",
            parent=division,
            has_head="y",
            echelon="IV.a",
        )
    berita = editor.unit("Subbagian Berita")
    editor.add(f"ubah-tugas-fungsi?unit={berita}", new_functions="meliput acara\nmenulis berita\nmemotret")
    editor.add("bentuk-jabatan", unit=berita, role="member", title_typed="Pranata Humas", seats="3")
    return editor


def test_new_units_begin_with_their_heads_posts_and_functions(desks: DeskOffice) -> None:
    editor = two_sections(desks)

    after = editor.after
    berita = editor.unit("Subbagian Berita")
    assert [post.role for post in after.posts_of(berita)] == [PostRole.HEAD, PostRole.MEMBER]
    assert [held.text for held in after.functions_of(berita)] == [
        "meliput acara",
        "menulis berita",
        "memotret",
    ]
    assert after.structure.unit(berita).kind.code == "subbagian"


def test_two_sections_merge_and_what_is_not_ticked_ends_expressly(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    berita, siaran = editor.unit("Subbagian Berita"), editor.unit("Subbagian Siaran")
    way = f"gabungkan-unit?unit={berita}&unit={siaran}"
    drawn = editor.drawn(f"tambah/{way}")
    assert len(drawn["functions"]) == 3
    assert len(drawn["posts"]) == 1

    editor.add(way, **drawn | {"name": "Subbagian Berita", "functions": drawn["functions"][:2]})

    *_, revised, head, merge = editor.operations
    assert isinstance(revised, ops.ReviseFunctions)
    assert isinstance(head, ops.AbolishPost)
    assert isinstance(merge, ops.MergeUnits)
    merged = editor.unit("Subbagian Berita")
    assert merged == merge.into.unit_id
    assert [held.text for held in editor.after.functions_of(merged)] == ["meliput acara", "menulis berita"]
    assert [post.role for post in editor.after.posts_of(merged)] == [PostRole.HEAD, PostRole.MEMBER]
    reopen(editor)


def test_a_unit_ends_and_hands_on_what_is_ticked(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    berita, siaran = editor.unit("Subbagian Berita"), editor.unit("Subbagian Siaran")
    way = f"hapus-unit?unit={berita}"
    drawn = editor.drawn(f"tambah/{way}")

    editor.add(way, **drawn | {"heir": siaran, "functions": drawn["functions"][1:]})

    *_, revised, post, end = editor.operations
    assert isinstance(revised, ops.ReviseFunctions)
    assert isinstance(post, ops.AbolishPost)
    assert end == ops.AbolishUnit(berita, siaran, ops.Below.REFUSED, ops.Fate.TO_HEIR, ops.Fate.TO_HEIR)
    assert [held.text for held in editor.after.functions_of(siaran)] == ["menulis berita", "memotret"]
    assert len(editor.after.posts_of(siaran)) == 2
    reopen(editor)


def test_a_unit_with_units_below_says_where_they_go(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    way = f"hapus-unit?unit={editor.unit(DIVISION)}"
    drawn = editor.drawn(f"tambah/{way}")
    assert drawn["children"] == ["to_parent"]

    editor.add(way, **drawn | {"children": "ended", "heir": "", "functions": [], "posts": []})

    assert "Subbagian Berita" not in {unit.name for unit in editor.after.units.values()}
    end = editor.operations[-1]
    assert isinstance(end, ops.AbolishUnit)
    assert (end.children, end.posts, end.functions) == (ops.Below.ENDED, ops.Fate.ENDED, ops.Fate.ENDED)
    reopen(editor)


def test_a_section_is_split_and_each_function_goes_to_one_part(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    way = f"pecah-unit?unit={editor.unit('Subbagian Berita')}&count=2"
    drawn = editor.drawn(f"tambah/{way}")
    goes = [name for name in drawn if name.startswith("h") and name != "heir"]
    assert len(goes) == 5

    typed = dict(zip(goes, ("1", "2", "", "1", "2"), strict=True))
    editor.add(way, **drawn | {"name1": "Subbagian Liputan", "name2": "Subbagian Naskah", **typed})

    after = editor.after
    held = [
        [one.text for one in after.functions_of(editor.unit(f"Subbagian {name}"))]
        for name in ("Liputan", "Naskah")
    ]
    assert held == [["meliput acara"], ["menulis berita"]]
    assert editor.drawn(editor.last_edit())["name2"] == ["Subbagian Naskah"]
    reopen(editor)


def test_functions_go_to_another_agency_one_operation_each(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    way = f"alihkan-fungsi?unit={editor.unit('Subbagian Berita')}"
    drawn = editor.drawn(f"tambah/{way}")
    assert drawn.get("functions") is None
    held = [str(one.id) for one in editor.after.functions_of(editor.unit("Subbagian Berita"))]
    agency = editor.unit("Dinas Kominfo")

    refused = editor.send(f"tambah/{way}", **drawn | {"to": agency})
    assert refused.status_code == 422
    assert "Pilih sedikitnya satu tugas atau fungsi." in words_of(refused)
    editor.add(way, **drawn | {"to": agency, "functions": held[:2]})

    assert [held.text for held in editor.after.functions_of(agency)] == ["meliput acara", "menulis berita"]
    assert [type(one) for one in editor.operations[-2:]] == [ops.TransferFunction, ops.TransferFunction]
    reopen(editor)


def test_the_smaller_changes_are_kept(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    berita, siaran, division = (
        editor.unit(name) for name in ("Subbagian Berita", "Subbagian Siaran", DIVISION)
    )
    post = next(post for post in editor.after.posts_of(berita) if post.role is PostRole.MEMBER)

    editor.add("tukar-nama", unit=berita, other=siaran)
    order = editor.drawn(f"tambah/ubah-urutan?unit={division}")
    editor.add(f"ubah-urutan?unit={division}", **order | {f"n{berita.hex}": "2", f"n{siaran.hex}": "1"})
    editor.add("pindahkan-unit", unit=siaran, parent=editor.unit(UMUM))
    editor.add("ubah-jenis", unit=siaran, unit_kind="bagian")
    editor.add(f"ubah-kode?unit={berita}", short_name="Subbag Siar", letter_code="SS")
    editor.add(f"ubah-bidang-tugas?unit={berita}", duty_field="siaran")
    editor.add(f"ubah-jabatan?post={post.id}", title_typed="Pranata Humas Muda", seats="5", echelon="")
    editor.add("pindahkan-jabatan", post=post.id, to=division)

    after = editor.after
    assert after.structure.unit(berita).name == "Subbagian Siaran"
    assert after.structure.unit(siaran).parent_id == editor.unit(UMUM)
    assert after.structure.unit(siaran).kind.code == "bagian"
    assert (after.structure.unit(berita).letter_code, after.structure.unit(berita).duty_field) == (
        "SS",
        "siaran",
    )
    assert (after.post(post.id).title, after.post(post.id).seats) == ("Pranata Humas Muda", 5)
    assert after.post(post.id).unit_id == division
    editor.add("hapus-jabatan", post=post.id)
    assert post.id not in editor.after.posts
    reopen(editor)


def test_every_operation_opens_as_it_was_kept(desks: DeskOffice) -> None:
    reopen(two_sections(desks))


def test_an_unknown_kind_and_a_foreign_unit_are_not_taken(desks: DeskOffice) -> None:
    editor = an_editor(desks)

    assert editor.reader.open(f"{editor.path}/tambah/hapus-semua").status_code == 404
    answer = editor.reader.open(f"{editor.path}/tambah/hapus-unit?unit={editor.unit(UMUM)}&lanjut=ya")
    assert answer.status_code == 422
    assert "Pilih dari daftar." in words_of(answer)
    few = editor.reader.open(f"{editor.path}/tambah/gabungkan-unit?unit={editor.unit(DIVISION)}")
    assert few.status_code == 422
    assert "Pilih sedikitnya dua unit yang digabung." in words_of(few)


def test_a_taken_name_stands_beside_its_field_and_what_was_typed_stays(desks: DeskOffice) -> None:
    editor = two_sections(desks)

    answer = editor.send(
        "tambah/bentuk-unit",
        name="Subbagian  berita",
        unit_kind="subbagian",
        parent=editor.unit(DIVISION),
    )

    assert answer.status_code == 422
    body = answer.get_data(as_text=True)
    assert 'id="name-error"' in body
    assert 'value="Subbagian  berita"' in body


def test_a_form_sent_twice_begins_one_unit(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    seen = 2
    typed = {"name": "Subbagian Arsip", "unit_kind": "subbagian", "parent": editor.unit(DIVISION)}
    seen = int(editor.drawn("tambah/bentuk-unit")["seen_revision"][0])

    answers = [
        editor.send("tambah/bentuk-unit", key="one-key-two-times", seen=seen, **typed) for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert [unit.name for unit in editor.after.units.values()].count("Subbagian Arsip") == 1


def test_a_stale_form_is_answered_with_both(desks: DeskOffice) -> None:
    editor = an_editor(desks)
    seen = int(editor.drawn("tambah/bentuk-unit")["seen_revision"][0])
    editor.add("ganti-nama", unit_id=editor.unit(DIVISION), new_name="Bagian Publikasi")

    answer = editor.send(
        "tambah/bentuk-unit",
        seen=seen,
        has_head="y",
        name="Subbagian Arsip",
        unit_kind="subbagian",
        parent=editor.unit("Bagian Publikasi"),
    )

    assert answer.status_code == 409
    shown = words_of(answer)
    assert "Nomenklatur Bagian Media diubah menjadi Bagian Publikasi" in shown
    body = answer.get_data(as_text=True)
    assert 'value="Subbagian Arsip"' in body
    assert 'type="hidden" name="has_head" value="y"' in body
    assert len(editor.operations) == 2


def test_what_others_rest_on_is_not_removed(desks: DeskOffice) -> None:
    editor = two_sections(desks)
    first = _ids(editor)[1]

    answer = editor.send(f"{first}/hapus")

    assert answer.status_code == 422
    assert "Perubahan lain dalam daftar ini masih memerlukannya." in words_of(answer)


def test_whoever_may_not_edit_is_not_asked(desks: DeskOffice) -> None:
    editor = an_editor(desks)

    answer = desks.reader(Role.AUDITOR).open(f"{editor.path}/tambah/hapus-unit")

    assert answer.status_code == 403
    assert HUMAS in desks.reader(Role.AUDITOR).read(editor.path)


_KEYS = ("csrf_token", "idempotency_key", "seen_revision")


def reopen(editor: Editor) -> None:
    """Open each operation and send its form as it stands: nothing is another then."""
    before = editor.operations
    for operation_id in _ids(editor):
        way = f"{operation_id}/ubah"
        drawn = editor.drawn(way)
        answer = editor.send(way, **{name: value for name, value in drawn.items() if name not in _KEYS})
        assert answer.status_code == 303, words_of(answer)
    assert editor.operations == before


def _ids(editor: Editor) -> list[str]:
    body = editor.reader.open(editor.path).get_data(as_text=True)

    return re.findall(r"/materi/([0-9a-f-]{36})/ubah", body)
