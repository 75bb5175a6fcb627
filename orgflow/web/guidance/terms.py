"""The office's terms in plain words."""

from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ``anchor`` is where other pages lead to it."""

    anchor: str
    name: LazyString
    words: LazyString


TERMS: Final[tuple[Term, ...]] = (
    Term(
        "analisis-beban-kerja",
        lazy_gettext("Analisis jabatan dan analisis beban kerja (Anjab dan ABK)"),
        lazy_gettext(
            "Uraian tiap jabatan, dan hitungan berapa orang yang diperlukan: volume pekerjaan dikalikan lama "
            "pengerjaannya, dibagi waktu kerja efektif."
        ),
    ),
    Term(
        "a-n-u-b",
        lazy_gettext("a.n. dan u.b."),
        lazy_gettext(
            "Atas nama dan untuk beliau: pejabat di bawahnya menandatangani karena diberi mandat; tanggung "
            "jawabnya tetap pada yang memberi mandat."
        ),
    ),
    Term(
        "bagan",
        lazy_gettext("Bagan susunan organisasi"),
        lazy_gettext("Gambar unit kerja dan siapa membawahkan siapa, semula dan menjadi."),
    ),
    Term(
        "berita-acara",
        lazy_gettext("Berita acara"),
        lazy_gettext("Catatan resmi tentang rapat atau kejadian, ditandatangani yang hadir."),
    ),
    Term(
        "berita-daerah",
        lazy_gettext("Berita Daerah"),
        lazy_gettext("Terbitan resmi tempat Peraturan Gubernur diundangkan."),
    ),
    Term(
        "diktum",
        lazy_gettext("Diktum"),
        lazy_gettext("Bagian keputusan yang menetapkan: Kesatu, Kedua, dan seterusnya."),
    ),
    Term(
        "disposisi",
        lazy_gettext("Disposisi"),
        lazy_gettext("Perintah singkat pimpinan pada surat masuk: siapa mengerjakan apa."),
    ),
    Term(
        "eselon",
        lazy_gettext("Eselon"),
        lazy_gettext("Tingkat jabatan struktural; kepala biro eselon II.b, kepala bagian eselon III.a."),
    ),
    Term(
        "fasilitasi",
        lazy_gettext("Fasilitasi"),
        lazy_gettext(
            "Pembinaan Kementerian Dalam Negeri atas rancangan Peraturan Gubernur sebelum ditetapkan; "
            "hasilnya berupa surat dengan catatan perbaikan."
        ),
    ),
    Term(
        "fungsi",
        lazy_gettext("Tugas dan fungsi"),
        lazy_gettext(
            "Tugas adalah pekerjaan pokok unit dalam satu kalimat; fungsi adalah rinciannya. Keduanya "
            "tertulis dalam Peraturan Gubernur."
        ),
    ),
    Term(
        "harmonisasi",
        lazy_gettext("Harmonisasi"),
        lazy_gettext("Penyelarasan rancangan Peraturan Gubernur dengan peraturan lain sebelum ditetapkan."),
    ),
    Term(
        "jabatan-fungsional",
        lazy_gettext("Jabatan fungsional dan pelaksana"),
        lazy_gettext(
            "Jabatan karena keahlian, seperti Pranata Hubungan Masyarakat, dan jabatan yang melaksanakan "
            "kegiatan sehari-hari; keduanya bukan kepala unit."
        ),
    ),
    Term(
        "kajian",
        lazy_gettext("Kajian"),
        lazy_gettext(
            "Naskah yang menjelaskan mengapa perubahan diperlukan, berdasarkan apa, dan apa akibatnya; "
            "bentuk lengkapnya BAB I sampai dengan BAB V."
        ),
    ),
    Term(
        "kelengkapan",
        lazy_gettext("Kelengkapan"),
        lazy_gettext(
            "Daftar isian dan dokumen yang harus ada sebelum usulan dapat diajukan, beserta yang hanya "
            "disarankan."
        ),
    ),
    Term(
        "kode-klasifikasi",
        lazy_gettext("Kode klasifikasi arsip"),
        lazy_gettext("Kode pada nomor surat yang menunjukkan pokok isinya dan berapa lama surat disimpan."),
    ),
    Term(
        "konsiderans",
        lazy_gettext("Konsiderans"),
        lazy_gettext("Bagian Menimbang: alasan suatu peraturan atau keputusan dibuat."),
    ),
    Term(
        "kop",
        lazy_gettext("Kop"),
        lazy_gettext("Kepala surat: lambang, nama jabatan atau perangkat daerah, dan alamatnya."),
    ),
    Term(
        "matriks-persandingan",
        lazy_gettext("Matriks persandingan"),
        lazy_gettext(
            "Tabel yang menaruh keadaan semula di sebelah keadaan menjadi, baris demi baris: nama, "
            "kedudukan, jabatan, tugas, dan fungsi."
        ),
    ),
    Term(
        "naskah-dinas",
        lazy_gettext("Naskah dinas"),
        lazy_gettext(
            "Tulisan resmi pemerintah: surat dinas, nota dinas, keputusan, berita acara, dan lainnya."
        ),
    ),
    Term(
        "nomenklatur",
        lazy_gettext("Nomenklatur"),
        lazy_gettext("Nama resmi unit kerja seperti tertulis dalam peraturan."),
    ),
    Term(
        "paraf",
        lazy_gettext("Paraf"),
        lazy_gettext(
            "Tanda tangan singkat pejabat di bawah penanda tangan, atau pejabat lain yang terkait, bahwa "
            "naskah sudah dibaca dan disetujui."
        ),
    ),
    Term(
        "pengundangan",
        lazy_gettext("Pengundangan"),
        lazy_gettext("Pencatatan Peraturan Gubernur dalam Berita Daerah oleh Sekretaris Daerah."),
    ),
    Term(
        "pergub",
        lazy_gettext("Pergub dan Ranpergub"),
        lazy_gettext("Peraturan Gubernur, dan rancangannya sebelum ditetapkan."),
    ),
    Term(
        "perangkat-daerah",
        lazy_gettext("Perangkat daerah"),
        lazy_gettext("Sekretariat Daerah, dinas, badan, dan lembaga lain yang membantu Gubernur."),
    ),
    Term(
        "persetujuan-tertulis",
        lazy_gettext("Persetujuan tertulis"),
        lazy_gettext(
            "Surat Kementerian Dalam Negeri yang menyetujui usulan, seluruhnya atau butir demi butir."
        ),
    ),
    Term(
        "pertinggal",
        lazy_gettext("Pertinggal"),
        lazy_gettext("Salinan surat keluar yang disimpan unit pembuatnya."),
    ),
    Term(
        "plh-plt",
        lazy_gettext("Plh., Plt., dan Pj."),
        lazy_gettext(
            "Pelaksana harian menjalankan tugas selama pejabatnya berhalangan sementara; pelaksana tugas "
            "selama jabatannya kosong; penjabat mengisi jabatan sampai ada pejabat tetap."
        ),
    ),
    Term(
        "preseden",
        lazy_gettext("Preseden dan pembanding"),
        lazy_gettext(
            "Contoh dari provinsi lain yang sudah memakai nama atau susunan serupa, dengan sumbernya."
        ),
    ),
    Term(
        "setda",
        lazy_gettext("Setda dan Sekda"),
        lazy_gettext("Sekretariat Daerah, dan Sekretaris Daerah yang memimpinnya."),
    ),
    Term(
        "sifat",
        lazy_gettext("Sifat surat"),
        lazy_gettext("Seberapa segera surat diselesaikan dan seberapa terbatas pembacanya."),
    ),
    Term(
        "sotk",
        lazy_gettext("SOTK"),
        lazy_gettext("Susunan organisasi dan tata kerja: unit apa saja yang ada dan apa tugasnya."),
    ),
    Term(
        "surat-pengantar",
        lazy_gettext("Surat pengantar"),
        lazy_gettext("Surat singkat yang menyertai kiriman dan menyebutkan isinya."),
    ),
    Term(
        "telaahan-staf",
        lazy_gettext("Telaahan staf"),
        lazy_gettext(
            "Bentuk pendek kajian: persoalan, praanggapan, fakta, analisis, simpulan, dan saran. Untuk "
            "perubahan nama saja biasanya cukup."
        ),
    ),
    Term(
        "tembusan",
        lazy_gettext("Tembusan"),
        lazy_gettext("Pejabat yang menerima salinan surat karena perlu mengetahuinya."),
    ),
    Term(
        "tipe",
        lazy_gettext("Tipe A, B, dan C"),
        lazy_gettext(
            "Golongan perangkat daerah menurut besar beban kerjanya; menentukan jumlah unit di bawahnya."
        ),
    ),
    Term(
        "tte",
        lazy_gettext("TTE dan BSrE"),
        lazy_gettext(
            "Tanda tangan elektronik bersertifikat, dan Balai Besar Sertifikasi Elektronik penerbitnya."
        ),
    ),
    Term(
        "tumpang-tindih",
        lazy_gettext("Tumpang tindih"),
        lazy_gettext("Dua perangkat daerah yang tugas atau fungsinya sama atau beririsan."),
    ),
    Term(
        "unit-pengolah",
        lazy_gettext("Unit pengolah"),
        lazy_gettext("Unit yang menyusun surat; kodenya menjadi bagian nomor surat."),
    ),
    Term(
        "usulan",
        lazy_gettext("Usulan"),
        lazy_gettext(
            "Permintaan mengubah nomenklatur atau susunan, dari konsep di biro sampai dengan Peraturan "
            "Gubernur yang berlaku."
        ),
    ),
)
ANCHORS: Final = frozenset(term.anchor for term in TERMS)


def by_name() -> tuple[Term, ...]:
    """Return the terms as a list of words stands, in the reader's language."""
    return tuple(sorted(TERMS, key=lambda term: str(term.name).casefold()))
