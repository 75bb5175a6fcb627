"""The pages of a study: guided steps, one section to write, its versions, its preview and files."""

import re

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.study.sections import StudyForm
from orgflow.domain.values import ProposalId
from orgflow.services.study_writing import ChooseForm, choose_form
from tests.factories.roads import a_bare_draft, a_proposal_in
from tests.factories.studies import fill_in, the_section, write
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

HEAD = Role.BUREAU_HEAD


def a_study(desks: DeskOffice) -> tuple[ProposalId, Reader, str]:
    proposal_id = a_bare_draft(desks.office)
    return proposal_id, desks.reader(HEAD), f"/usulan/{proposal_id}/kajian"


def test_the_tab_lists_every_section_with_its_sentence_and_its_state(desks: DeskOffice) -> None:
    _, head, path = a_study(desks)

    shown = main_of(head.open(path))

    assert 'aria-current="page">Kajian</a>' in shown
    assert f'href="{path}/permasalahan">E. Permasalahan</a>' in shown
    told = head.read(path)
    assert "Rumuskan paling banyak lima masalah, masing-masing dengan bukti." in told
    for words in ("Kosong", "Terisi", "Perlu diperiksa", "3 bagian wajib belum terisi."):
        assert words in told
    assert f'btn-primary" href="{path}/ruang_lingkup"' in shown


def test_a_section_has_its_prompt_its_words_and_what_is_derived(desks: DeskOffice) -> None:
    _, head, path = a_study(desks)

    shown = main_of(head.open(f"{path}/kedudukan"))

    assert '<label for="bagian-kedudukan">Isi bagian</label>' in shown
    assert "Sisipkan bagan keadaan per tanggal usulan" in shown
    assert "<svg" in shown
    assert "Unit di bawah Biro Humas" in shown
    assert f'href="{path}/ruang_lingkup">Sebelumnya: D. Ruang Lingkup dan Metode</a>' in shown


def test_a_section_is_saved_with_what_it_asks_besides(desks: DeskOffice) -> None:
    proposal_id, head, path = a_study(desks)

    sent = {"bagian-ruang_lingkup": "Satu biro.", "bagian-tahun_data": "2025", "seen_revision": 0}
    answer = head.send(f"{path}/ruang_lingkup", **sent)

    assert answer.status_code == 303
    held = the_section(desks.office, proposal_id, "ruang_lingkup")
    assert (held.text, held.answer) == ("Satu biro.", "2025")


def test_what_is_refused_is_told_beside_its_field_and_stays(desks: DeskOffice) -> None:
    _, head, path = a_study(desks)

    sent = {"bagian-ruang_lingkup": "Satu biro.", "bagian-tahun_data": "kemarin", "seen_revision": 0}
    answer = head.send(f"{path}/ruang_lingkup", **sent)

    assert answer.status_code == 422
    shown = main_of(answer)
    assert 'id="bagian-tahun_data-error"' in shown
    assert 'value="kemarin"' in shown
    assert "Satu biro." in shown


def test_thirty_thousand_words_are_refused_in_a_plain_sentence(desks: DeskOffice) -> None:
    _, head, path = a_study(desks)

    sent = {"bagian-saran": "kata " * 30_000, "seen_revision": 0}
    answer = head.send(f"{path}/saran", **sent)

    assert answer.status_code == 422
    assert "149999 huruf; paling banyak 20000" in words_of(answer)


def test_whoever_saves_second_is_shown_both_texts(desks: DeskOffice) -> None:
    proposal_id, head, path = a_study(desks)
    write(desks.office, proposal_id, "saran", "Tulisan pertama.")

    answer = head.send(f"{path}/saran", **{"bagian-saran": "Tulisan kedua.", "seen_revision": 0})

    assert answer.status_code == 409
    told = words_of(answer)
    assert "Tulisan pertama." in told
    assert "Tulisan kedua." in told
    again = head.send(f"{path}/saran", **{"bagian-saran": "Keduanya.", "seen_revision": 1})
    assert again.status_code == 303


def test_what_is_sent_again_after_a_lost_answer_is_no_conflict(desks: DeskOffice) -> None:
    proposal_id, head, path = a_study(desks)
    write(desks.office, proposal_id, "saran", "Tulisan pertama.")

    answer = head.send(f"{path}/saran", **{"bagian-saran": "Tulisan pertama. ", "seen_revision": 0})

    assert answer.status_code == 303
    assert the_section(desks.office, proposal_id, "saran").revision == 1


def test_a_submitted_study_is_read_only_and_what_was_typed_is_shown(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    head, path = desks.reader(HEAD), f"/usulan/{proposal_id}/kajian/saran"

    assert " readonly" in main_of(head.open(path))
    answer = head.send(path, **{"bagian-saran": "Terlambat ditulis.", "seen_revision": 0})

    assert answer.status_code == 409
    assert "Terlambat ditulis." in words_of(answer)


def test_two_versions_are_shown_with_the_words_that_differ_marked(desks: DeskOffice) -> None:
    proposal_id, head, path = a_study(desks)
    for text in ("Mohon persetujuan Gubernur.", "Mohon persetujuan Menteri."):
        write(desks.office, proposal_id, "saran", text)

    shown = main_of(head.open(f"{path}/saran/versi"))

    assert "Mohon persetujuan <del>Gubernur.</del>" in shown
    assert "Mohon persetujuan <ins>Menteri.</ins>" in shown
    assert head.open(f"{path}/saran/versi?lama=9&baru=1").status_code == 404
    assert "belum pernah disimpan" in head.read(f"{path}/simpulan/versi")


def test_the_form_is_chosen_and_its_sections_follow(desks: DeskOffice) -> None:
    _, head, path = a_study(desks)

    assert head.send(f"{path}/bentuk", form="telaahan").status_code == 303

    told = head.read(path)
    assert "C. Fakta yang Mempengaruhi" in told
    assert "BAB I PENDAHULUAN" not in told
    assert head.open(f"{path}/saran").status_code == 404
    assert head.send(f"{path}/bentuk", form="lain").status_code == 400


def test_the_preview_shows_the_whole_study_under_its_chapters(desks: DeskOffice) -> None:
    proposal_id, head, _ = a_study(desks)
    fill_in(desks.office, proposal_id)

    shown = main_of(head.open(f"/usulan/{proposal_id}/naskah/kajian"))

    assert re.search(
        r'<h2 id="[^"]+" class="of-line is-chapter"><span[^>]+>BAB I </span>PENDAHULUAN</h2>', shown
    )
    assert '<span class="of-marker">C. </span>Permasalahan</h3>' in shown
    assert f'href="/usulan/{proposal_id}/naskah/kajian.docx"' in shown


def test_kelengkapan_leads_to_the_study_until_it_is_whole(desks: DeskOffice) -> None:
    proposal_id, head, path = a_study(desks)
    assert f'href="{path}">Tulis Kajian perubahan nomenklatur, atau unggah berkasnya' in main_of(
        head.open(f"/usulan/{proposal_id}")
    )

    fill_in(desks.office, proposal_id)

    assert "Tulis Kajian" not in head.read(f"/usulan/{proposal_id}")
    assert "Ditulis di OrgFlow dan lengkap" in head.read(f"/usulan/{proposal_id}/dokumen")


def test_a_telaahan_staf_that_is_too_long_is_told(desks: DeskOffice) -> None:
    proposal_id, head, path = a_study(desks)
    choose_form(desks.office.context(HEAD), ChooseForm(proposal_id, StudyForm.SHORT))

    write(desks.office, proposal_id, "ts_analisis", "kata " * 1_600, "Panjang.")

    assert "paling banyak tiga halaman; isinya sekarang kira-kira 5 halaman" in head.read(path)


def test_the_lists_of_a_studys_page_lead_to_its_headings_and_tables(desks: DeskOffice) -> None:
    proposal_id, head, _ = a_study(desks)

    shown = main_of(head.open(f"/usulan/{proposal_id}/naskah/kajian"))

    lists = re.findall(r'<ul class="of-contents">(.*?)</ul>', shown, re.DOTALL)
    links = re.findall(r'<a href="#([^"]+)">', "".join(lists))
    assert len(lists) == 3
    assert ">BAB I PENDAHULUAN</a>" in lists[0]
    assert len(set(links)) == len(links) > 10
    for anchor in links:
        assert shown.count(f'id="{anchor}"') == 1
