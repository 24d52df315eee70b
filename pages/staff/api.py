"""The API of the staff room: tokens and people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.kernel.house import house
from studio.kernel.work import Action, Work, ask, perform
from studio.staff.actions import add_user, change_user, fill_account
from studio.staff.models import User
from studio.staff.queries import UserView, list_users, user_by_id
from studio.staff.sign_in import api_sign_in

router = APIRouter(tags=["people"])

Short = Annotated[str, StringConstraints(max_length=300)]
Secret = Annotated[str, StringConstraints(max_length=4096)]


class Credentials(BaseModel):
    """What a person signs in with."""

    email: Short
    password: Secret
    totp: Short = Field(default="", description="The code of the app, for people who switched the second step on.")


class NewUser(BaseModel):
    """Somebody to be given an account."""

    name: Short
    email: Short
    password: Secret
    role: Short
    language: Short = "en"


class UserChange(BaseModel):
    """What may change of an account; what is left out stays."""

    version: int | None = Field(default=None, description="The version that was read; an old one gets 409.")
    name: Short | None = None
    role: Short | None = None
    language: Short | None = None
    theme: Short | None = None
    active: bool | None = None


@router.post("/auth/token")
def get_token(asked: Credentials, request: Request) -> Response:
    """A bearer token for e-mail and password, with the person's own rights."""
    token, seconds = api_sign_in(
        asked.email,
        asked.password,
        zone=request.scope.get("linework.zone", "lan"),
        minutes=house().settings["staff.api_minutes"],
        address=request.client.host if request.client else "",
        agent=request.headers.get("user-agent", ""),
        second=asked.totp,
    )
    return as_json({"access_token": token, "token_type": "Bearer", "expires_in": int(seconds)})


@router.get("/users")
def get_users(actor: ApiActor, page: PageNumber = 1, size: PageSize = 50) -> Response:
    """Everybody with an account."""
    people, total = ask(actor, list_users, page, size)
    return collection(map(shown, people), total, page, size)


@router.get("/users/{user_id}")
def get_user(user_id: UUID, actor: ApiActor) -> Response:
    """One person."""
    return as_json(shown(ask(actor, user_by_id, user_id)))


@router.post("/users", status_code=201)
def post_user(made: NewUser, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Give somebody an account."""
    filled = {**fill_account(name=made.name, email=made.email, password=made.password), "role": made.role}
    adding = Action(add_user.name, add_user.needs, lambda work: add_user(work, **filled, language=made.language))
    return post(actor, key, adding, (), _told, asked_for=made.model_dump(exclude={"password"}))


@router.patch("/users/{user_id}")
def patch_user(user_id: UUID, change: UserChange, actor: ApiActor) -> Response:
    """Change an account."""
    changes = change.model_dump(exclude_none=True, exclude={"version"})
    perform(actor, change_user, user_id, change.version, **changes)
    return as_json(shown(ask(actor, user_by_id, user_id)))


@router.delete("/users/{user_id}")
def delete_user(user_id: UUID, actor: ApiActor) -> Response:
    """Close an account: nobody can sign in with it, what it did stays on record."""
    perform(actor, change_user, user_id, None, active=False)
    return as_json(shown(ask(actor, user_by_id, user_id)))


def _told(work: Work, user: User) -> dict[str, object]:
    """A new account as the list shows it; nobody has used it yet."""
    kept = ("id", "name", "email", "role", "language", "theme", "active", "version", "created_at")
    return {**{name: getattr(user, name) for name in kept}, "last_seen": None, "invited": False, "has_photo": False}


def shown(one: UserView) -> dict[str, object]:
    """Somebody as programs see them."""
    told = {name: value for name, value in asdict(one).items() if name not in ("photo", "photo_small")}
    return {**told, "has_photo": one.photo is not None}
