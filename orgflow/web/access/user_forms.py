"""The forms in which accounts are added and changed."""

from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import SelectField, SelectMultipleField, StringField, widgets
from wtforms.validators import InputRequired, Length

from orgflow.domain.access.roles import Role
from orgflow.domain.errors import DomainError
from orgflow.domain.values import UnitId
from orgflow.services.account_pages import AccountPage, UnitChoice
from orgflow.web.access.role_words import role_name
from orgflow.web.office_form import OfficeForm


class RoleBoxes(SelectMultipleField):
    """Several boxes to tick."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class UserForm(OfficeForm):
    """Who somebody is in the procedure."""

    display_name = StringField(
        lazy_gettext("Nama"),
        [InputRequired(lazy_gettext("Tulis nama orangnya.")), Length(max=400)],
        description=lazy_gettext("Dengan gelar, seperti dicetak dalam riwayat."),
        render_kw={"autocomplete": "off"},
    )
    roles = RoleBoxes(lazy_gettext("Peran"))
    unit_id = SelectField(
        lazy_gettext("Unit"),
        description=lazy_gettext("Wajib bagi Penyusun dan Kepala Biro; peran lain melihat semua unit."),
    )

    def __init__(
        self,
        units: tuple[UnitChoice, ...],
        *,
        revision: int | None = None,
        values: dict[str, object] | None = None,
    ) -> None:
        super().__init__(revision=revision, values=values)
        self.roles.choices = [(str(role), role_name(role)) for role in Role]
        self.unit_id.choices = [
            ("", gettext("Tidak terikat unit")),
            *((str(unit.id), "\N{EM SPACE}" * unit.depth + unit.name) for unit in units),
        ]

    @classmethod
    def of(cls, page: AccountPage) -> "UserForm":
        """Return the form as it shows an account."""
        account = page.account
        values: dict[str, object] = {
            "display_name": account.display_name,
            "roles": [str(role) for role in account.roles],
            "unit_id": str(account.unit_id or ""),
        }
        return cls(page.units, revision=account.revision, values=values)

    @property
    def chosen_roles(self) -> frozenset[Role]:
        """The roles that were ticked."""
        return frozenset(Role(code) for code in self.roles.data or ())

    @property
    def chosen_unit(self) -> UnitId | None:
        """The unit that was chosen."""
        return UnitId(UUID(self.unit_id.data)) if self.unit_id.data else None

    def show_in(self, error: DomainError, otherwise: str) -> None:
        """Put the error beside its field, or beside another one when it names none."""
        self.show(error, field=None if error.facts.get("field") else otherwise)


class NewUserForm(UserForm):
    """Somebody new, with the name to sign in by."""

    username = StringField(
        lazy_gettext("Nama pengguna"),
        [InputRequired(lazy_gettext("Tulis nama untuk masuk.")), Length(max=200)],
        description=lazy_gettext("Huruf kecil, angka, titik; misalnya nama.belakang."),
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )
