"""The API of roles: what each may do, and changing that."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, StringConstraints

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import as_json
from studio.kernel.permissions import Scope
from studio.kernel.roles import Role
from studio.kernel.work import Work, ask, perform
from studio.staff.actions import add_role, change_rights, remove_role
from studio.staff.queries import Matrix, role_matrix

router = APIRouter(prefix="/roles", tags=["people"])

Short = Annotated[str, StringConstraints(max_length=80)]


class NewRole(BaseModel):
    """A role of the studio's own, beginning with the rights of another."""

    name: Short
    copied_from: Short


class RightsChange(BaseModel):
    """How far rights should reach: `all`, `own`, or null for not at all. What is left out stays."""

    rights: dict[Short, Literal["all", "own"] | None]


@router.get("")
def get_roles(actor: ApiActor) -> Response:
    """Every role with its rights; those it has not are left out."""
    matrix = ask(actor, role_matrix)
    return as_json({"items": [shown(matrix, role.key) for role in matrix.roles], "total": len(matrix.roles)})


@router.post("", status_code=201)
def post_role(made: NewRole, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Make a role of the studio's own."""
    return post(actor, key, add_role, (made.name, made.copied_from), _told)


@router.patch("/{role}")
def patch_role(role: str, change: RightsChange, actor: ApiActor) -> Response:
    """Change what a role may do; it counts at the next act of everybody who has it."""
    rights: dict[str, Scope | None] = {name: reach for name, reach in change.rights.items()}  # noqa: C416  wider values
    perform(actor, change_rights, role, rights)
    return as_json(shown(ask(actor, role_matrix), role))


@router.delete("/{role}")
def delete_role(role: str, actor: ApiActor) -> Response:
    """Do away with a role of the studio's own that nobody has."""
    perform(actor, remove_role, role)
    return as_json({"key": role, "removed": True})


def shown(matrix: Matrix, key: str) -> dict[str, Any]:
    """One role as programs see it."""
    at, role = next((at, role) for at, role in enumerate(matrix.roles) if role.key == key)
    rights = {row.name: row.cells[at].reach for row in matrix.rights if row.cells[at].reach}
    return {"key": key, "name": role.title, "copied_from": role.copied_from or None, "rights": rights}


def _told(work: Work, role: Role) -> dict[str, Any]:
    return {"id": role.id, "key": role.key, "name": role.name, "copied_from": role.copied_from}
