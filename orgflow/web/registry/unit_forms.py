"""What is asked of a unit: its founding, its changes, its end, what was wrongly recorded of it."""

from collections.abc import Iterable

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.records import UnitRecord
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.values import UnitId
from orgflow.services.organisation.unit_fields import UnitFields
from orgflow.web.office_form import DayField
from orgflow.web.registry.choices import Choice, id_of
from orgflow.web.registry.keeping_form import BasisForm, KeepingForm, OfficialChangeForm, reason_field

_LONG = lazy_gettext("Terlalu panjang.")
_DAY = lazy_gettext("Tulis tanggal seperti 7 Desember 2022.")


class UnitWordsForm(BasisForm):
    """What is said of a unit, new or old."""

    name = StringField(
        lazy_gettext("Nama"),
        [InputRequired(lazy_gettext("Tulis nama resmi unit.")), Length(max=200, message=_LONG)],
    )
    kind = Choice(lazy_gettext("Jenis unit"))
    parent = Choice(lazy_gettext("Berada di bawah"))
    short_name = StringField(lazy_gettext("Singkatan"), [Optional(), Length(max=200, message=_LONG)])
    letter_code = StringField(
        lazy_gettext("Kode unit pengolah"),
        [Optional(), Length(max=60, message=lazy_gettext("Kode terlalu panjang. Paling banyak 60 huruf."))],
        description=lazy_gettext("Kode unit ini di dalam nomor surat."),
    )
    duty_field = StringField(
        lazy_gettext("Bidang tugas dan fungsi"),
        [Optional(), Length(max=500, message=lazy_gettext("Terlalu panjang. Paling banyak 500 huruf."))],
        description=lazy_gettext("Menurut Pergub, sebagai sambungan “tugas dan fungsi di bidang …”."),
    )

    def offer_kinds(self, kinds: Iterable[UnitKind]) -> None:
        """Offer the kinds of unit that are kept here."""
        self.kind.choices = [(kind.code, kind.name) for kind in kinds]


class UnitDataForm(UnitWordsForm):
    """What a unit is on a day."""

    position = IntegerField(
        lazy_gettext("Urutan"),
        [InputRequired(lazy_gettext("Tulis urutannya dengan angka.")), NumberRange(0, 100_000, _LONG)],
        description=lazy_gettext("Urutan di antara unit yang setingkat; angka kecil lebih dahulu."),
    )

    def offer_parents(self, record: UnitRecord, parents: Iterable[UnitRecord]) -> None:
        """Offer the places a unit may have; the government itself has none above it."""
        if record.parent_id is None:
            del self.parent
            return
        is_sure = record.placement is Placement.VERIFIED
        above = next((one.name for one in parents if one.unit_id == record.parent_id), "")
        kept = gettext("Tetap di bawah %(name)s", name=above) if above else gettext("Tetap seperti tercatat")
        first = kept if is_sure else gettext("Biarkan seperti tercatat")
        others = [one for one in parents if not (is_sure and one.unit_id == record.parent_id)]
        self.parent.choices = [("", first), *((str(one.unit_id), one.name) for one in others)]

    def fields_against(self, record: UnitRecord) -> UnitFields:
        """Return what differs from a record, so that nothing else is carried into other periods."""
        above = id_of(self.parent) if "parent" in self else None
        return UnitFields(
            name=_changed(self.typed("name"), record.name),
            kind_code=_changed(self.kind.data, record.kind_code),
            parent_id=UnitId(above) if above is not None else None,
            position=None if self.position.data == record.position else self.position.data,
            short_name=_changed(self.typed("short_name"), record.short_name or ""),
            letter_code=_changed(self.typed("letter_code"), record.letter_code or ""),
            duty_field=_changed(self.typed("duty_field"), record.duty_field or ""),
        )


class ChangeUnitForm(UnitDataForm, OfficialChangeForm):
    """Perubahan resmi, berlaku sejak tanggal ..."""

    seldom = ("kind", "position", "short_name", "letter_code", "duty_field")


class CorrectUnitForm(UnitDataForm):
    """Ralat data yang keliru dicatat; nothing in the office changes by it."""

    reason = reason_field(lazy_gettext("Alasan ralat"))


class FoundUnitForm(UnitWordsForm, OfficialChangeForm):
    """A new unit."""

    code = StringField(
        lazy_gettext("Kode di lembar kerja"),
        [Optional(), Length(max=60, message=_LONG)],
        description=lazy_gettext("Kode pengenal untuk impor dan ekspor. Bila kosong, dibuatkan."),
    )

    def offer_places(self, parents: Iterable[UnitRecord]) -> None:
        """Offer the units under which it may stand; without any it is the government itself."""
        found = [(str(one.unit_id), one.name) for one in parents]
        if found:
            self.parent.choices = [("", gettext("Pilih unit atasannya")), *found]
        else:
            del self.parent

    @property
    def fields(self) -> UnitFields:
        """What is said of the new unit."""
        above = id_of(self.parent) if "parent" in self else None
        return UnitFields(
            self.typed("name"),
            self.kind.data,
            UnitId(above) if above is not None else None,
            None,
            self.typed("short_name"),
            self.typed("letter_code"),
            self.typed("duty_field"),
        )


class EndUnitForm(OfficialChangeForm):
    """The end of a unit, with all that ends with it."""

    reason = reason_field(lazy_gettext("Alasan"))


class PeriodForm(KeepingForm):
    """Since when a unit truly holds, and until when."""

    start = DayField(
        lazy_gettext("Berlaku sejak tanggal"),
        [InputRequired(lazy_gettext("Tulis sejak tanggal berapa, seperti 7 Desember 2022."))],
        description=_DAY,
    )
    is_start_unknown = BooleanField(
        lazy_gettext("Awalnya belum diketahui; tanggal di atas adalah saat unit ini terlihat"),
    )
    end = DayField(
        lazy_gettext("Hari pertama unit ini tidak ada lagi"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila unit ini masih ada."),
    )
    reason = reason_field(lazy_gettext("Alasan ralat"))


class WithdrawForm(KeepingForm):
    """Why a planned change is not to be."""

    reason = reason_field(lazy_gettext("Alasan pembatalan"))


def _changed(typed: str | None, held: str) -> str | None:
    return None if typed is None or typed == held else typed
