"""What is asked of whoever calls a meeting, tells what came of it, and carries out what was agreed."""

from typing import Final

from flask_babel import lazy_gettext
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.calendar import parse_date
from orgflow.domain.meetings.meeting import AgreedPoint, Meeting, MeetingKind
from orgflow.domain.meetings.responsible import Responsible
from orgflow.services.meetings import MeetingPlan
from orgflow.web.meetings.words import KINDS, RESPONSIBLE
from orgflow.web.office_form import DayField, OfficeForm, day_text

_NO_DAY: Final = lazy_gettext("Tanggalnya belum diisi. Tulis tanggal seperti 7 Desember 2022.")
_PEOPLE: Final = lazy_gettext("Satu baris satu orang: nama | jabatan, atau jabatan saja.")
_POINTS: Final = lazy_gettext("Satu baris satu butir.")


class MeetingForm(OfficeForm):
    """A meeting as it is called."""

    kind = RadioField(
        lazy_gettext("Jenis rapat"),
        [DataRequired(lazy_gettext("Jenis rapat belum dipilih. Pilih salah satu."))],
        choices=[(str(kind), words) for kind, words in KINDS.items()],
    )
    held_on = DayField(lazy_gettext("Hari dan tanggal"), [DataRequired(_NO_DAY)])
    time = StringField(
        lazy_gettext("Waktu"), [Optional()], description=lazy_gettext("Misalnya: pukul 09.00 WIB")
    )
    venue = StringField(lazy_gettext("Tempat"), [Optional()])
    agenda = TextAreaField(lazy_gettext("Acara"), [Optional()], description=_POINTS, render_kw={"rows": 4})
    invited = TextAreaField(
        lazy_gettext("Yang diundang"), [Optional()], description=_PEOPLE, render_kw={"rows": 6}
    )

    @property
    def plan(self) -> MeetingPlan:
        """What was typed.

        Raises:
            DateUnreadable: no day was given.
        """
        return MeetingPlan(
            MeetingKind(self.kind.data),
            self.held_on.day or parse_date("", field="held_on"),
            self.time.data or "",
            self.venue.data or "",
            self.agenda.data or "",
            self.invited.data or "",
        )


class ResultForm(OfficeForm):
    """Who came, and what was said."""

    present = TextAreaField(
        lazy_gettext("Yang hadir"),
        [DataRequired(lazy_gettext("Yang hadir belum diisi. Tulis satu orang satu baris."))],
        description=_PEOPLE,
        render_kw={"rows": 6},
    )
    said = TextAreaField(
        lazy_gettext("Jalannya pembahasan"), [Optional()], description=_POINTS, render_kw={"rows": 6}
    )


class CancelForm(OfficeForm):
    """Why a meeting will not be."""

    reason = TextAreaField(
        lazy_gettext("Alasan pembatalan"),
        [DataRequired(lazy_gettext("Alasannya belum diisi. Alasan ini tercatat dalam riwayat."))],
        render_kw={"rows": 3},
    )


class PointForm(OfficeForm):
    """What was agreed, who carries it out, and by when."""

    text = TextAreaField(
        lazy_gettext("Yang disepakati"),
        [DataRequired(lazy_gettext("Kesepakatan belum ditulis. Tulis satu kalimat."))],
        render_kw={"rows": 3},
    )
    responsible = RadioField(
        lazy_gettext("Penanggung jawab"),
        [DataRequired(lazy_gettext("Penanggung jawab belum dipilih. Pilih salah satu."))],
        choices=[(str(one), words) for one, words in RESPONSIBLE.items()],
    )
    name = StringField(
        lazy_gettext("Nama pihak luar"), [Optional()], description=lazy_gettext("Hanya untuk pihak luar.")
    )
    due_on = DayField(
        lazy_gettext("Batas waktu"),
        [Optional()],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022; kosongkan bila tidak ditetapkan."),
    )

    @property
    def point(self) -> AgreedPoint:
        """What was typed."""
        responsible = Responsible(self.responsible.data)
        return AgreedPoint(self.text.data or "", responsible, self.name.data or "", self.due_on.day)


class OutcomeForm(OfficeForm):
    """How a point was carried out."""

    outcome = TextAreaField(lazy_gettext("Hasilnya"), [Optional()], render_kw={"rows": 3})


class PlaceForm(OfficeForm):
    """On which place a point is put as a note."""

    place = SelectField(lazy_gettext("Catatan untuk bagian mana?"), validate_choice=True)


def as_typed(meeting: Meeting) -> dict[str, object]:
    """Return a meeting as its form shows it."""
    return {
        "kind": str(meeting.kind),
        "held_on": day_text(meeting.held_on),
        "time": meeting.time,
        "venue": meeting.venue,
        "agenda": meeting.agenda,
        "invited": meeting.invited,
    }
