"""Beside a packet: its sealed PDF sent to the client, where the studio sends e-mail."""

from __future__ import annotations

from functools import partial

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.perform import act, look
from components.app.who import current_actor
from studio.clients.queries import client_card
from studio.clients.refusals import ContactIsHidden
from studio.consent.actions import send_paper
from studio.consent.queries import PacketRow
from studio.consent.refusals import EmailIsMissing
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.messages.server import mail_server

SEND = "consent.paper.send"


def draw_sending(row: PacketRow) -> None:
    """The button, for those who may, once there is something to send and a way for it."""
    if row.paper_at and mail_server(house()) is not None and may(current_actor(), SEND, house().rights):
        button(t("By e-mail"), partial(send, row), icon="mail")


async def send(row: PacketRow) -> None:
    """Ask once, naming the address, then put it into the post."""
    card = await look(client_card, row.client_code)
    missing = ContactIsHidden if card.contact_hidden else None if card.email else EmailIsMissing
    if missing:
        toast(missing().text(), kind="warn")
        return
    goes = t(
        "The sealed PDF of {code} goes to {email}, with the health answers in it. That it was sent stays on record.",
        code=row.code,
        email=card.email,
    )
    asked = t("Send {code} to {name}?", code=row.code, name=card.name)
    if not await confirm(asked, goes, t("Send")):
        return
    if await act(send_paper, row.code):
        toast(t("{code} is on its way to {email}.", code=row.code, email=card.email))
