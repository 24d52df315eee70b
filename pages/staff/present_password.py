"""Before an account is made safer or less safe, whoever sits there says its password once more."""

from __future__ import annotations

from uuid import UUID

from nicegui import run, ui

from components.app.who import current_actor, zone
from components.form import Form, text_field
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t
from studio.kernel.work import ask
from studio.staff.queries import user_by_id
from studio.staff.refusals import WrongPassword
from studio.staff.sign_in import Place, check_credentials


class PasswordIsAnother(Refusal):
    sentence = N_("This is not your password. Check the Caps Lock key and try again.")
    status = 401


def present_password(form: Form) -> ui.input:
    """The field, part of the form as `now`."""
    field = text_field(t("Present password"), required=True, kind="password", autocomplete="current-password")
    return form.field("now", field)


async def is_mine(typed: str, form: Form) -> bool:
    """Whether it is the password of whoever looks at this page; says so in the form when it is not."""
    actor = current_actor()
    place = Place(zone(), actor.address, actor.agent)

    def owner() -> UUID:
        email = ask(actor, user_by_id, actor.id or UUID(int=0)).email
        return check_credentials(email, typed, place.guest(), zone=place.zone)

    try:
        return await run.io_bound(owner) == actor.id
    except WrongPassword:
        form.complain(PasswordIsAnother("now"))
    except Refusal as refusal:
        form.complain(refusal)
    return False
