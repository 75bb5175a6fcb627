"""What is asked when a post begins, ends, changes, or goes to another unit."""

from collections.abc import Mapping
from typing import ClassVar
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import Field, IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import PostId
from orgflow.web.changes.asking.fields import (
    Lines,
    near_and_far,
    post_groups,
    post_id_of,
    post_words,
    unit_id_of,
    unit_lines,
)
from orgflow.web.changes.asking.form import LONG, AskedFirstForm, ChangeForm, First, Put
from orgflow.web.changes.asking.scene import Scene, as_kind
from orgflow.web.registry.choices import Choice
from orgflow.web.registry.words import ROLES


class _RankForm(ChangeForm):
    """How high a post stands, and how many may hold it."""

    narrow = ("echelon", "functional_rank", "seats")

    title_typed = StringField(lazy_gettext("Nama jabatan"), [Length(max=200, message=LONG)])
    echelon = StringField(
        lazy_gettext("Eselon"),
        [Optional(), Length(max=60, message=LONG)],
        description=lazy_gettext("Misalnya III.a. Kosongkan untuk jabatan fungsional atau pelaksana."),
    )
    functional_rank = StringField(
        lazy_gettext("Jenjang fungsional"),
        [Optional(), Length(max=60, message=LONG)],
        description=lazy_gettext("Misalnya Ahli Muda. Kosongkan untuk jabatan struktural."),
    )
    seats = IntegerField(
        lazy_gettext("Jumlah formasi"),
        [
            InputRequired(lazy_gettext("Tulis jumlahnya dengan angka.")),
            NumberRange(1, 100_000, lazy_gettext("Jumlah formasi paling sedikit 1.")),
        ],
        render_kw={"inputmode": "numeric"},
    )


class CreatePostForm(_RankForm):
    """Which post begins, in which unit."""

    kind = "bentuk-jabatan"
    title = lazy_gettext("Bentuk jabatan")
    words = lazy_gettext("Jabatan baru di salah satu unit.")
    places: ClassVar[Mapping[str, str]] = {"seats_too_few": "seats", "unknown_unit": "unit"}

    unit = Choice(lazy_gettext("Di unit mana?"))
    role = Choice(lazy_gettext("Kedudukannya"))

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.CreatePost)
        post = operation.post
        return {"unit": str(post.unit_id), "role": str(post.role), **_said(post), "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        self.unit.choices = unit_lines(scene, scene.branch)
        self.role.choices = [(str(role), words) for role, words in ROLES.items()]
        self.title_typed.description = gettext(
            "Untuk pimpinan unit dikosongkan: namanya mengikuti nama unit."
        )
        if not self.is_submitted() and scene.held is None:
            self.seats.data = 1
            self.role.data = str(PostRole.MEMBER)

    def validate_title_typed(self, field: StringField) -> None:
        """Ask for a title, but of a head, whose title follows the unit's name."""
        if self.role.data != PostRole.HEAD and not (field.data or "").strip():
            raise ValidationError(gettext("Tulis nama jabatannya."))

    def put(self, scene: Scene) -> Put:
        held = scene.held if isinstance(scene.held, ops.CreatePost) else None
        post = Post(
            held.post.id if held is not None else PostId(scene.new_id("post")),
            unit_id_of(self.unit) or scene.unit_id,
            PostRole(self.role.data),
            self.title_typed.data or None,
            self.echelon.data or None,
            self.functional_rank.data or None,
            self.seats.data or 1,
        )
        return Put(ops.CreatePost(post, held.code if held is not None else None, self.why))

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that stand open: where and what first."""
        return (
            self.unit,
            self.role,
            self.title_typed,
            self.echelon,
            self.functional_rank,
            self.seats,
        )


def _posts(scene: Scene) -> dict[str, Lines]:
    return post_groups(scene, scene.branch)


class ChangePostForm(_RankForm, AskedFirstForm):
    """What a post is to be."""

    kind = "ubah-jabatan"
    title = lazy_gettext("Ubah jabatan")
    words = lazy_gettext("Nama, eselon, jenjang, atau formasi satu jabatan; pejabatnya tetap.")
    first = (First("post", lazy_gettext("Jabatan mana yang berubah?"), _posts),)
    places: ClassVar[Mapping[str, str]] = {"nothing_changes": "seats", "seats_too_few": "seats"}

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.ChangePost)
        return {"post": (str(operation.post_id),)}

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.ChangePost)
        return {
            "title_typed": operation.title,
            "echelon": operation.echelon,
            "functional_rank": operation.functional_rank,
            "seats": operation.seats,
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        post = _given(scene)
        if not self.is_submitted() and scene.held is None:
            for name, value in _said(post).items():
                self[name].data = value
        if post.title is None:
            del self.title_typed

    def put(self, scene: Scene) -> Put:
        post = _given(scene)
        role = scene.held.role if isinstance(scene.held, ops.ChangePost) else post.role
        title = (self.title_typed.data or None) if "title_typed" in self else post.title
        said = (self.echelon.data or None, self.functional_rank.data or None, self.seats.data or 1)
        return Put(ops.ChangePost(post.id, role, title, *said, self.why))

    def notes(self, scene: Scene) -> tuple[str, ...]:
        return (post_words(scene.standing, _given(scene)),)


class AbolishPostForm(ChangeForm):
    """Which post ends."""

    kind = "hapus-jabatan"
    title = lazy_gettext("Hapus jabatan")
    words = lazy_gettext("Jabatan berakhir; pejabatnya meninggalkan jabatan itu pada hari berlakunya.")

    post = Choice(lazy_gettext("Jabatan mana yang dihapus?"))

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.AbolishPost)
        return {"post": str(operation.post_id), "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        wanted = scene.given.get("unit", ())
        units = [unit for unit in scene.branch if str(unit.id) in wanted] or scene.branch
        self.post.choices = post_groups(scene, units)

    def put(self, scene: Scene) -> Put:
        return Put(ops.AbolishPost(post_id_of(self.post) or PostId(scene.new_id("none")), self.why))


class TransferPostForm(ChangeForm):
    """Which post goes to which unit."""

    kind = "pindahkan-jabatan"
    title = lazy_gettext("Pindahkan jabatan")
    words = lazy_gettext("Jabatan pindah ke unit lain beserta pejabatnya.")
    places: ClassVar[Mapping[str, str]] = {
        "nothing_changes": "to",
        "unknown_unit": "to",
        "post_moved_away": "post",
    }

    post = Choice(lazy_gettext("Jabatan mana yang dipindahkan?"))
    to = Choice(lazy_gettext("Ke unit mana?"))

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.TransferPost)
        return {"post": str(operation.post_id), "to": str(operation.to_id), "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        self.post.choices = post_groups(scene, scene.branch)
        self.to.choices = near_and_far(scene, scene.branch, scene.others)

    def put(self, scene: Scene) -> Put:
        post_id = post_id_of(self.post) or PostId(scene.new_id("none"))
        source = scene.standing.post(post_id).unit_id
        return Put(ops.TransferPost(post_id, source, unit_id_of(self.to) or source, self.why))


def _given(scene: Scene) -> Post:
    return scene.standing.post(PostId(UUID(scene.given["post"][0])))


def _said(post: Post) -> dict[str, object]:
    return {
        "title_typed": post.title,
        "echelon": post.echelon,
        "functional_rank": post.functional_rank,
        "seats": post.seats,
    }
