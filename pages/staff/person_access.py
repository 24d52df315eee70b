"""What an owner does for somebody whose phone is gone: the second step off."""

from __future__ import annotations

from components.app.feedback import confirm, toast
from components.app.perform import act
from studio.kernel.text import t
from studio.staff.actions import turn_off_second_step
from studio.staff.queries import UserView


async def switch_off_step(one: UserView) -> None:
    """For somebody whose phone and recovery codes are gone."""
    name = one.name
    body = t("{name} then signs in with the password alone, and can switch it on again with another phone.", name=name)
    asked = t("Switch off the second step of {name}?", name=name)
    if await confirm(asked, body, t("Switch off the second step"), stop=True):
        done = await act(turn_off_second_step, one.id)
        if done:
            toast(t("{name} signs in with the password alone.", name=name))
