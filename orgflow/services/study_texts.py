"""The words that the sections of a study begin with, as structured text made of the proposal's facts."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.apply import steps
from orgflow.domain.papers.document import words_of
from orgflow.services.papers.citing import cited
from orgflow.services.statements import sentence
from orgflow.services.study_findings import guideline_points, guideline_verdict, overlap_verdict
from orgflow.services.study_source import StudySource

Words = Callable[[StudySource], str]


def points(listed: Iterable[str]) -> str:
    """Return sentences as numbered points."""
    return "\n".join(f"{number}. {words}" for number, words in enumerate(listed, start=1))


def said(text: str) -> str:
    """Return a sentence with its full stop."""
    words = text.strip().rstrip(" .;,")
    return f"{words[:1].upper()}{words[1:]}."


def subject_of(source: StudySource) -> str:
    """Return what the proposal changes, as it stands within a sentence."""
    if source.new_name is not None:
        return f"perubahan nomenklatur {source.unit_name} menjadi {source.new_name}"
    return f"penataan {source.unit_name}"


def _foreword(source: StudySource) -> str:
    secretariat = source.case.secretariat
    return (
        f"Kajian ini disusun sebagai bahan pertimbangan atas usulan {subject_of(source)} pada {secretariat}."
        " Isinya meliputi keadaan sekarang, analisis, usulan beserta dampaknya, serta simpulan dan saran."
        "\nData yang dipakai disebut sumber dan tanggalnya. Yang belum diketahui atau belum diverifikasi"
        " ditandai apa adanya."
    )


def _background(source: StudySource) -> str:
    row = source.dossier.row
    lines = [said(line) for line in row.background.split("\n") if line.strip()]
    if source.case.considerations:
        lines.append("Usulan ini didasarkan pada pertimbangan berikut:")
        lines.append(points(map(said, source.case.considerations)))
    return "\n".join(lines) or "[belum diisi: latar belakang usulan]"


def _purpose(source: StudySource) -> str:
    return (
        f"Maksud kajian ini adalah menilai {subject_of(source)}. Tujuannya:\n"
        "1. memastikan kesesuaian nomenklatur yang diusulkan dengan pedoman nomenklatur;\n"
        "2. memastikan batas tugas dan fungsi dengan perangkat daerah lain; dan\n"
        "3. menghitung dampak terhadap jabatan, anggaran, peraturan, dan administrasi."
    )


def _scope(source: StudySource) -> str:
    day = format_date(source.dossier.row.base_on)
    return (
        f"Unit yang dikaji adalah {source.unit_name} beserta unit di bawahnya. Data susunan, jabatan, tugas,"
        f" dan fungsi diambil dari dokumen peraturan dan pencatatan organisasi, keadaan per {day}."
    )


def _standing(source: StudySource) -> str:
    path = source.case.before.structure.path(source.case.unit_id)
    above = f" berkedudukan di bawah {path[-2].name} dan" if len(path) > 1 else ""
    count = len(source.branch) - 1
    below = f"membawahkan {count} unit" if count else "tidak membawahkan unit lain"
    return (
        f"{source.unit_name} pada {source.case.secretariat}{above} {below}. Kedudukan dan susunannya diatur"
        f" dengan {words_of(cited(source.case.regulation))}."
    )


def _conformity(source: StudySource) -> str:
    return points(guideline_points(source)) or (
        "Untuk jenis unit ini belum ada pedoman nomenklatur yang tercatat, jadi kesesuaiannya belum dapat"
        " dinyatakan."
    )


def _overlapping(source: StudySource) -> str:
    if not source.comparisons:
        return ""
    lines = []
    for one in source.comparisons:
        held, judged = one.held, len(one.held.settled)
        lines.append(
            f"Persandingan dengan {one.name} menemukan {held.count} pasangan tugas atau fungsi yang mirip;"
            f" {judged} pasangan sudah dinilai."
        )
    return "\n".join(lines)


def _proposed(source: StudySource) -> str:
    met = steps(source.case.before, source.case.operations)
    told = [said(sentence(operation, standing)) for operation, standing, _ in met]
    if not told:
        return "[belum diisi: materi usulan]"
    return told[0] if len(told) == 1 else f"Perubahan yang diusulkan:\n{points(told)}"


def _staff(source: StudySource) -> str:
    before = sum(total.posts_before for total in source.impact.totals)
    after = sum(total.posts_after for total in source.impact.totals)
    if before == after:
        posts = f"Usulan ini tidak mengubah jumlah jabatan di seluruh susunan, yaitu {before} jabatan."
    else:
        posts = f"Usulan ini mengubah jumlah jabatan di seluruh susunan dari {before} menjadi {after}."
    count = len(source.impact.touched_posts)
    if not count:
        return f"{posts} Tidak ada jabatan yang berganti nama atau tempat."
    return f"{posts} Sebanyak {count} jabatan berganti nama atau tempat; pejabatnya perlu dikukuhkan."


def _budget(source: StudySource) -> str:
    day = source.case.effective_on
    if day is None:
        start = "Perubahan diusulkan berlaku sejak [belum diisi: tanggal mulai berlaku]."
    else:
        start = f"Perubahan diusulkan berlaku sejak {format_date(day)}, pada Tahun Anggaran {day.year}."
        if (day.month, day.day) != (1, 1):
            start += (
                " Karena jatuh di tengah tahun anggaran, dokumen anggaran tahun berjalan masih memuat nama"
                " lama sampai diubah menurut ketentuannya."
            )
    return (
        f"{start}\nNama unit pada dokumen perencanaan, dokumen anggaran, dan daftar barang milik daerah"
        " disesuaikan. Pengaruhnya terhadap pagu anggaran: [belum diisi: pengaruh terhadap pagu]."
    )


def _regulation(source: StudySource) -> str:
    told = len(source.around.regulations)
    found = (
        f"Nama lama tercatat dalam {told} tempat peraturan sebagaimana daftar berikut."
        if told
        else "Belum ditemukan peraturan lain yang tercatat dan memuat nama lama."
    )
    return (
        f"{found}\nCap, kop naskah dinas, papan nama, dan aplikasi yang memuat nama lama disesuaikan sesudah"
        " Peraturan Gubernur berlaku."
    )


def _options(source: StudySource) -> str:
    """Return the options that the facts name; which is proposed is said last."""
    guideline = source.dossier.guideline_name
    listed = [f"mempertahankan nomenklatur {source.unit_name};"]
    if guideline is not None and guideline != source.new_name:
        listed.append(f"menyesuaikan dengan pedoman nomenklatur menjadi {guideline}; atau")
    if source.new_name is not None:
        listed.append(f"mengusulkan nomenklatur {source.new_name}, yaitu pilihan dalam kajian ini.")
    else:
        listed.append(f"menata {source.unit_name} sebagaimana materi usulan, yaitu pilihan dalam kajian ini.")
    return f"Pilihan penataan yang tersedia:\n{points(listed)}"


def _conclusion(source: StudySource) -> str:
    before = sum(total.posts_before for total in source.impact.totals)
    after = sum(total.posts_after for total in source.impact.totals)
    officials = len(source.impact.touched_posts)
    touched = f"{officials} jabatan yang pejabatnya perlu dikukuhkan"
    return points(
        (
            f"Mengenai kesesuaian: {guideline_verdict(source)}.",
            f"Mengenai batas tugas dan fungsi: {overlap_verdict(source)}.",
            f"Mengenai dampak: jabatan di seluruh susunan semula {before} menjadi {after}, dengan {touched}.",
        )
    )


def _advice(source: StudySource) -> str:
    head = source.case.head
    return points(
        (
            f"{head} berkenan mengajukan permohonan {subject_of(source)} kepada Menteri Dalam Negeri.",
            "Menteri Dalam Negeri berkenan memberikan persetujuan sebagai dasar Peraturan Gubernur.",
        )
    )


def _question(source: StudySource) -> str:
    name = source.dossier.guideline_name
    if name is None:
        return f"Perlu diputuskan apakah {subject_of(source)} diajukan kepada Menteri Dalam Negeri."
    return (
        f"Perlu diputuskan apakah {subject_of(source)} diajukan kepada Menteri Dalam Negeri, sedangkan"
        f" pedoman menyebut {name}."
    )


def _presumed(_: StudySource) -> str:
    return (
        "Tipe Sekretariat Daerah dan jumlah biro dianggap tetap, dan penataan ditetapkan dengan Peraturan"
        " Gubernur sesudah persetujuan Menteri Dalam Negeri diperoleh."
    )


def _facts(source: StudySource) -> str:
    return points(map(said, source.case.considerations)) or "[belum diisi: pertimbangan usulan]"


def _short_analysis(source: StudySource) -> str:
    return f"{_conformity(source)}\n{_staff(source)}"


def _short_conclusion(source: StudySource) -> str:
    verdict = guideline_verdict(source)
    return f"{said(subject_of(source))[:-1]} dapat dipertimbangkan untuk diajukan; {verdict}."


TEXTS: Final[Mapping[str, Words]] = {
    "kata_pengantar": _foreword,
    "latar_belakang": _background,
    "maksud_tujuan": _purpose,
    "ruang_lingkup": _scope,
    "kedudukan": _standing,
    "kesesuaian": _conformity,
    "pilihan": _options,
    "persandingan": _overlapping,
    "usulan": _proposed,
    "kepegawaian": _staff,
    "anggaran_aset": _budget,
    "regulasi": _regulation,
    "simpulan": _conclusion,
    "saran": _advice,
    "ts_persoalan": _question,
    "ts_praanggapan": _presumed,
    "ts_fakta": _facts,
    "ts_analisis": _short_analysis,
    "ts_simpulan": _short_conclusion,
    "ts_saran": _advice,
}
"""By the section's key; a section that is not here begins empty."""
