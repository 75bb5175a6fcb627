"""The kinds of change that may be added, in the words of the office, and which form asks for which."""

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation
from orgflow.web.changes.asking.endings import AbolishUnitForm
from orgflow.web.changes.asking.form import ChangeForm
from orgflow.web.changes.asking.functions import ReviseFunctionsForm, TransferFunctionForm
from orgflow.web.changes.asking.merging import MergeUnitsForm
from orgflow.web.changes.asking.posts import (
    AbolishPostForm,
    ChangePostForm,
    CreatePostForm,
    TransferPostForm,
)
from orgflow.web.changes.asking.splitting import SplitUnitForm
from orgflow.web.changes.asking.texts import DutyFieldForm, RecodeUnitForm, ReorderForm
from orgflow.web.changes.asking.units import (
    ChangeKindForm,
    CreateUnitForm,
    MoveUnitForm,
    RenameUnitForm,
    SwapNamesForm,
)

GROUPS: Final[tuple[tuple[LazyString, tuple[type[ChangeForm], ...]], ...]] = (
    (
        lazy_gettext("Unit"),
        (CreateUnitForm, AbolishUnitForm, MoveUnitForm, MergeUnitsForm, SplitUnitForm, ReorderForm),
    ),
    (
        lazy_gettext("Tugas dan fungsi"),
        (ReviseFunctionsForm, TransferFunctionForm, DutyFieldForm),
    ),
    (
        lazy_gettext("Jabatan"),
        (CreatePostForm, AbolishPostForm, ChangePostForm, TransferPostForm),
    ),
    (
        lazy_gettext("Lainnya pada unit"),
        (SwapNamesForm, ChangeKindForm, RecodeUnitForm),
    ),
)
"""All kinds but the renaming, which is asked for first."""

_FORMS_OF: Final[Mapping[type[Operation], type[ChangeForm]]] = {
    ops.RenameUnit: RenameUnitForm,
    ops.SwapNames: SwapNamesForm,
    ops.CreateUnit: CreateUnitForm,
    ops.AbolishUnit: AbolishUnitForm,
    ops.MoveUnit: MoveUnitForm,
    ops.MergeUnits: MergeUnitsForm,
    ops.SplitUnit: SplitUnitForm,
    ops.ReorderUnits: ReorderForm,
    ops.ChangeKind: ChangeKindForm,
    ops.RecodeUnit: RecodeUnitForm,
    ops.ReviseDutyField: DutyFieldForm,
    ops.ReviseFunctions: ReviseFunctionsForm,
    ops.TransferFunction: TransferFunctionForm,
    ops.CreatePost: CreatePostForm,
    ops.AbolishPost: AbolishPostForm,
    ops.ChangePost: ChangePostForm,
    ops.TransferPost: TransferPostForm,
}
FORMS: Final[Mapping[str, type[ChangeForm]]] = {form.kind: form for form in _FORMS_OF.values()}
"""The forms by the word in their address."""


def form_of(operation: Operation) -> type[ChangeForm]:
    """Return the form that asks for an operation."""
    return _FORMS_OF[type(operation)]
