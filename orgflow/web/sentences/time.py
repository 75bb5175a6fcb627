"""Sentences about days off and deadlines, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

TIME: Final = {
    "unknown_day_off": say(
        "Hari libur atau keputusan itu tidak ada lagi. Buka kembali daftar hari libur di Pengaturan."
    ),
    "day_off_twice": say("%(day)s sudah tercatat sebagai hari libur. Ubah catatan yang sudah ada."),
    "day_outside_decree": say(
        "%(day)s tidak berada pada tahun %(year)s, padahal %(number)s mengatur tahun itu. Periksa "
        "tanggalnya, atau pilih keputusan yang lain."
    ),
    "decree_needed": say(
        "Libur nasional dan cuti bersama ditetapkan dengan keputusan. Pilih keputusannya, atau pilih libur "
        "daerah."
    ),
    "decree_twice": say(
        "%(number)s untuk tahun %(year)s sudah tercatat. Tambahkan harinya pada keputusan itu."
    ),
    "decree_year_unfit": say("Tulis tahun dari %(earliest)s sampai %(latest)s."),
    "decree_known_too_early": say(
        "Keputusan tertanggal %(dated_on)s tidak mungkin diumumkan sebelum tanggal itu. Periksa kedua "
        "tanggalnya."
    ),
    "unknown_calendar": say("Kalender dengan alamat ini tidak ada."),
    "unknown_step_code": say("Tahap itu tidak ada. Buka kembali daftar tenggat di Pengaturan."),
    "deadline_days_unfit": say("Tulis angka dari 1 sampai %(largest)s, atau kosongkan."),
    "deadline_basis_missing": say(
        "Tulis dasar tenggat ini: peraturannya, atau ketentuan kantor yang dipakai."
    ),
    "remind_before_too_long": say(
        "Pengingat harus lebih singkat dari tenggatnya, yaitu kurang dari %(days)s hari kerja."
    ),
}
