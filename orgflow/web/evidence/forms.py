"""What is asked of whoever brings a document."""

from flask_babel import lazy_gettext
from wtforms import FileField

from orgflow.web.office_form import OfficeForm
from orgflow.web.uploads import PDF


class UploadForm(OfficeForm):
    """One document as a PDF."""

    upload = FileField(
        lazy_gettext("Berkas PDF"),
        description=lazy_gettext("Pindai atau simpan sebagai PDF, paling besar 10 MB."),
        render_kw={"accept": PDF},
    )
