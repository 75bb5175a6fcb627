"""Peran jabatan: the roles that come with posts."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import SelectField

from orgflow.domain.access.holding import POST_ROLES
from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import PostId
from orgflow.services.account_links import (
    ChangePostRole,
    PostRolesPage,
    give_post_role,
    show_post_roles,
    take_post_role,
)
from orgflow.web.access.role_words import role_name
from orgflow.web.current import current_context
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs

bp = Blueprint("post_roles", __name__, url_prefix="/pengguna")


class PostRoleForm(OfficeForm):
    """A post and the role that comes with it."""

    post_id = SelectField(lazy_gettext("Jabatan"))
    role = SelectField(lazy_gettext("Peran yang mengikuti jabatan ini"))

    def offer(self, page: PostRolesPage) -> None:
        """Offer the posts of today and the roles that stand for a post."""
        self.post_id.choices = [(str(post.id), post.title) for post in page.posts]
        self.role.choices = [(str(role), role_name(role)) for role in POST_ROLES]


@bp.get("/jabatan")
@needs(Permission.MANAGE_USERS)
def index() -> tuple[str, int]:
    """Show which roles come with which posts."""
    return _page(PostRoleForm())


@bp.post("/jabatan")
@needs(Permission.MANAGE_USERS)
def give() -> Response | tuple[str, int]:
    """Let a role come with a post."""
    form = PostRoleForm()
    form.offer(show_post_roles(current_context()))
    if form.validate_on_submit():
        try:
            command = ChangePostRole(PostId(UUID(form.post_id.data)), Role(form.role.data))
            give_post_role(current_context(), command)
            flash(gettext("Peran itu sekarang mengikuti jabatannya."), "success")
            return redirect(url_for(".index"), code=303)
        except RuleBroken as refused:
            form.show(refused, field=None if refused.facts.get("field") else "post_id")
    return _page(form)


@bp.post("/jabatan/<uuid:post_id>/<role>/lepas")
@needs(Permission.MANAGE_USERS)
def take(post_id: UUID, role: str) -> Response:
    """Let a role come with a post no longer."""
    known = next((one for one in POST_ROLES if str(one) == role), None)
    if known is not None:
        take_post_role(current_context(), ChangePostRole(PostId(post_id), known))
        flash(gettext("Peran itu tidak lagi mengikuti jabatannya."), "success")
    return redirect(url_for(".index"), code=303)


def _page(form: PostRoleForm) -> tuple[str, int]:
    page = show_post_roles(current_context())
    form.offer(page)
    rows = [
        (
            row.title or gettext("jabatan yang sudah tidak ada"),
            role_name(row.role),
            url_for(".take", post_id=row.post_id, role=str(row.role)),
        )
        for row in page.rows
    ]
    return render_template("access/post_roles.html", rows=rows, form=form), form.status
