"""The form that says whose account it is."""

from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import SelectField

from orgflow.domain.values import OfficialId
from orgflow.services.account_links import AccountLink
from orgflow.web.office_form import OfficeForm


class LinkForm(OfficeForm):
    """Whose account it is."""

    official_id = SelectField(
        lazy_gettext("Pejabat"),
        description=lazy_gettext("Orang yang memakai akun ini, seperti tercatat di Struktur."),
    )

    def offer(self, link: AccountLink) -> None:
        """Offer the persons of the registry, the present one chosen."""
        self.official_id.choices = [
            ("", gettext("Belum dihubungkan")),
            *((str(one.id), one.name + (f" ({one.nip})" if one.nip else "")) for one in link.choices),
        ]
        if self.official_id.data is None:
            self.official_id.data = str(link.person.id) if link.person is not None else ""

    @property
    def chosen(self) -> OfficialId | None:
        """The person that was chosen."""
        return OfficialId(UUID(self.official_id.data)) if self.official_id.data else None
