"""Designs of a piece: versions with picture and lettering, what was checked, and the client's yes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nicegui import ui

from components.app.button import button
from components.app.marks import status_mark
from components.app.moments import show_moment
from components.app.text import text
from pages.tattoo import approving
from pages.tattoo.hands import Hands
from pages.tattoo.showing import who_text
from studio.kernel.text import t
from studio.tattoo.rules.steps import OVER
from studio.tattoo.views import Design, PieceCard, Said
from studio.tattoo.words import APPROVED, SAID

EDIT, APPROVE = "tattoo.piece.edit", "tattoo.design.approve"
May = Callable[[str], bool]


def draw(card: PieceCard, hands: Hands) -> None:
    """The latest version large, with its acts; older ones below."""
    goes_on = card.piece.archived_at is None and card.piece.state not in OVER
    with ui.element("section").classes("panel stack"):
        with ui.element("div").classes("line apart wrap"):
            text(t("Design"), "", "h2")
            if goes_on and hands.may(EDIT, card.piece):
                words = t("New version…") if card.designs else t("Add the design…")
                button(words, partial(approving.ask_design, card), icon="upload")
        if not card.designs:
            text(t("No design yet. Once there is one, the client approves it before the session."), "second", "p")
            return
        latest, older = card.designs[0], card.designs[1:]
        _version(latest, may=(lambda right: hands.may(right, card.piece)) if goes_on else None)
        if older:
            with ui.expansion(t("Older versions")).classes("piece-older"):
                for one in older:
                    _version(one, may=None)


def _version(one: Design, *, may: May | None) -> None:
    with ui.element("div").classes("piece-design"):
        if one.pictured:
            with ui.link(target=approving.address_of(one.id), new_tab=True):
                shot = ui.element("img")
                shot.props.update({"src": approving.address_of(one.id, small=True), "alt": t("Version {n}", n=one.no)})
        else:
            text(t("Its picture is deleted."), "second", "p")
        with ui.element("div").classes("stack tight grow"):
            with ui.element("div").classes("line wrap"):
                text(t("Version {n}", n=one.no), "strong")
                text(f"{who_text(one.by_name)}, {show_moment(one.at)}", "second small")
            if one.lettering:
                text(one.lettering, "piece-lettering", "pre")
            if one.note:
                text(one.note, "prose second", "p")
            _standing(one)
            for said in one.said:
                _said(said)
            if may:
                _acts(one, may)


def _standing(one: Design) -> None:
    if one.approved:
        status_mark("ok", t("Approved"))
    elif one.wants_spelling:
        status_mark("warn", t("Spelling not checked yet"))
    elif one.wants_letters:
        status_mark("warn", t("The client has not confirmed the letters yet"))
    else:
        status_mark("wait", t("Not approved yet"))


def _said(said: Said) -> None:
    words = t(SAID[said.kind]) + (f" ({t(APPROVED[said.how]).lower()})" if said.how else "")
    text(f"{words}. {who_text(said.by_name)}, {show_moment(said.at)}", "second small", "div")
    if said.note:
        text(said.note, "prose small", "div")


def _acts(one: Design, may: May) -> None:
    with ui.element("div").classes("line wrap"):
        if one.wants_spelling and may(EDIT):
            button(t("Check the spelling…"), partial(approving.ask_spelling, one), kind="primary")
        elif one.wants_letters and may(APPROVE):
            button(t("Show the client the letters…"), partial(approving.ask_letters, one), kind="primary")
        elif not one.approved and may(APPROVE):
            button(t("The client approves…"), partial(approving.ask_approval, one), kind="primary")
        if one.approved and may(APPROVE):
            button(t("Not approved any more…"), partial(approving.ask_void, one))
