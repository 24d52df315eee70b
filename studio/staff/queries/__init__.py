"""Reads about people, sign-ins and tokens."""

from studio.staff.queries.devices import DeviceView, device_of_token, list_devices
from studio.staff.queries.people import UserView, list_users, my_sign_ins, user_by_email, user_by_id
from studio.staff.queries.person import activity_of, face_of, sign_ins_of
from studio.staff.queries.roles import Cell, Holder, Matrix, RightRow, RoleView, role_matrix
from studio.staff.queries.standing import (
    actor_of_bearer,
    actor_of_session,
    guest_of_token,
    prove,
    studio_is_empty,
    trust,
)

__all__ = [
    "Cell",
    "DeviceView",
    "Holder",
    "Matrix",
    "RightRow",
    "RoleView",
    "UserView",
    "activity_of",
    "actor_of_bearer",
    "actor_of_session",
    "device_of_token",
    "face_of",
    "guest_of_token",
    "list_devices",
    "list_users",
    "my_sign_ins",
    "prove",
    "role_matrix",
    "sign_ins_of",
    "studio_is_empty",
    "trust",
    "user_by_email",
    "user_by_id",
]
