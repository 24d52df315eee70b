"""On an artist's page: the private address at which calendar apps read their bookings, and a file to take along."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.marks import status_mark
from components.app.moments import now_here, reading_locale, when
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, Form, seg_field
from components.qr import qr
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import end_feed, make_feed
from studio.schedule.queries import Artist, BookingCard, address_of
from studio.schedule.rules.cleaning import in_order
from studio.schedule.rules.steps import AHEAD as AHEAD_STATES
from studio.upkeep.lan import lan_enabled, phone_url

MAKE = address_of.needs
AHEAD = timedelta(days=90)


async def draw_feed(one: Artist) -> None:
    """The section; nothing for whoever makes no addresses, or none for this artist."""
    actor = current_actor()
    if not may(actor, MAKE, house().rights) or one.archived_at is not None:
        return
    if house().rights.scope(actor, MAKE) != "all" and one.user_id != actor.id:
        return
    known = await look(address_of, one.id)
    with ui.element("section").classes("stack"):
        with ui.element("div").classes("line wrap apart"):
            text(t("Calendar app"), "", "h2")
            with ui.element("div").classes("line wrap artist-rows"):
                button(t("As a file"), partial(ask_for_file, one), kind="bare", icon="download")
                if known:
                    button(t("New address"), partial(_ask, one, again=True), kind="bare", icon="refresh")
                    button(t("End it"), partial(_end, one), kind="bare")
                else:
                    button(t("Make an address"), partial(_ask, one), kind="bare", icon="link")
        if known is None:
            text(t("{name} can read these bookings on a phone or computer of theirs.", name=one.name), "second", "p")
            return
        status_mark("ok", t("A private address is in use"))
        shows = t("shows first names") if known.with_names else t("shows no names")
        text(" · ".join((when(known.since), known.by_name, shows)), "second small", "p")


async def ask_for_file(one: Artist | None = None) -> None:
    """From when until when; the file is for calendars that cannot reach this computer."""
    title = t("Bookings as a file")
    today, locale = now_here().date(), reading_locale()

    async def save(values: dict[str, Any]) -> bool:
        try:
            in_order(values["from_on"], values["until_on"])
        except Refusal as refusal:
            form.complain(refusal)
            return False
        said = {"who": one.code if one else "", "first": values["from_on"], "last": values["until_on"]}
        told = {key: value for key, value in said.items() if value} | {"names": values["names"]}
        ui.navigate.to(f"/calendar/bookings.ics?{urlencode(told)}")
        dialog.submit(True)
        return True

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(
            t("Google Calendar and others take it in under Import. Later changes reach them with a new file only."),
            "second prose",
            "p",
        )
        with Form(save) as form:
            with ui.element("div").classes("two"):
                form.field("from_on", DateField(t("From"), today, locale=locale))
                form.field("until_on", DateField(t("Until"), today + AHEAD, locale=locale))
            form.field("names", _names())
            with form.acts(t("Download")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    await answer(dialog)


def file_for_client(card: BookingCard) -> None:
    """One booking as a file that every calendar takes in, to hand to its client."""
    if card.booking.client_id and card.booking.status in AHEAD_STATES:
        to = f"/bookings/{card.booking.code}/booking.ics"
        button(t("For their calendar"), icon="download", to=to, kind="bare").props("download")


async def _ask(one: Artist, *, again: bool = False) -> None:
    """What the address shows, then the address, this one time."""
    title = t("A calendar address for {name}", name=one.name)

    async def save(values: dict[str, Any]) -> str | None:
        token: str | None = await act(make_feed, one.id, with_names=values["names"] == "1")
        if token:
            dialog.submit(token)
        return token

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        told = t(
            "Whoever knows the address reads the bookings, without signing in. Phone, health and notes never show."
        )
        text(told, "second prose", "p")
        if again:
            text(t("The address used until now stops working at once."), "prose", "p")
        with Form(save) as form:
            form.field("names", _names())
            with form.acts(t("Make the address")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    token = await answer(dialog)
    if token:
        await _show(one, token)


async def _show(one: Artist, token: str) -> None:
    """The address, told only here, and what to do with it."""
    url = phone_url(f"/feed/{token}.ics")
    app = url.replace("http://", "webcal://", 1)
    with ui.dialog().props("persistent") as dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
        text(t("A calendar address for {name}", name=one.name), "", "h2")
        with ui.element("div").classes("feed-shown"):
            qr(app, size=160, label=t("QR code of the address"))
            with ui.element("div").classes("stack"):
                text(url, "feed-address", "p")
                text(t("It is shown this once. When it is lost or known to others, make a new one."), "second", "p")
                if not lan_enabled():
                    status_mark("warn", t("Phones cannot reach this computer yet.")).classes("long")
        _how()
        with ui.element("div").classes("acts"):
            button(t("Copy"), partial(_copied, url), icon="copy")
            button(t("Done"), dialog.close, kind="primary").props("autofocus")
    dialog.props["aria-label"] = t("A calendar address for {name}", name=one.name)
    await answer(dialog)


def _how() -> None:
    """In plain words, by app."""
    told = [
        (t("iPhone, iPad"), t("Scan the code in the studio's Wi-Fi and press Subscribe.")),
        (t("Mac"), t("Calendar: File, New Calendar Subscription, paste the address.")),
        (t("Thunderbird"), t("New Calendar, On the Network, paste the address; no user name.")),
        (t("Android"), t("An app such as ICSx⁵ subscribes to the address; Google's own cannot reach this computer.")),
        (t("Google"), t("It reads nothing in the studio's network: take the bookings along as a file.")),
    ]
    with ui.element("dl").classes("facts"):
        for app, how in told:
            text(app, "", "dt")
            text(how, "prose", "dd")
    said = t("Apps ask again by themselves, in the studio's network only; elsewhere they show what they read last.")
    text(said, "second", "p")


def _names() -> Any:
    return seg_field(t("It shows"), {"1": t("First name and kind"), "0": t("Kind and code alone")}, "1")


def _copied(url: str) -> None:
    ui.clipboard.write(url)
    toast(t("Copied."))


async def _end(one: Artist) -> None:
    body = t("Apps that read it get nothing any more. A new one can be made at any time.")
    if await confirm(t("End the address of {name}?", name=one.name), body, t("End it"), stop=True) and await act(
        end_feed, one.id
    ):
        toast(t("The address leads nowhere any more."))
