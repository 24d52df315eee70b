"""Consents: how each stands, and giving or withdrawing it at the desk."""

from __future__ import annotations

from collections.abc import Mapping

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import status_mark
from components.app.moments import here, show_date
from components.app.perform import act
from components.app.text import text
from pages.clients.profile.file import ClientFile
from studio.clients.actions import record_consent
from studio.clients.consents import CONSENTS, Consent
from studio.clients.queries import ConsentState
from studio.kernel.text import t


def draw_consents(file: ClientFile, consents: Mapping[str, ConsentState]) -> None:
    """Each consent with the words the client agrees to, and the act that changes it."""
    with ui.element("div").classes("ruled"):
        for consent in CONSENTS:
            _one(file, consent, consents.get(consent.key))


def standing(state: ConsentState | None) -> TextElement:
    """Given, withdrawn or never asked, with the day."""
    if state is None:
        return status_mark("wait", t("Not asked yet"))
    day = show_date(here(state.at).date())
    if state.given:
        return status_mark("ok", t("Given {day}", day=day))
    return status_mark("none", t("Not given, {day}", day=day))


def _one(file: ClientFile, consent: Consent, state: ConsentState | None) -> None:
    given = state is not None and state.given
    with ui.element("div").classes("consent-row"):
        with ui.element("div").classes("grow stack tight"):
            text(t(consent.title), "medium")
            text(state.wording if state and state.wording else t(consent.wording), "small second")
        with ui.element("div").classes("line"):
            standing(state)
            if file.may_change("clients.consent.record"):
                label = t("Withdraw") if given else t("Give")
                made = button(label, lambda: _record(file, consent, not given))
                made.props["aria-label"] = f"{label}: {t(consent.title)}"


async def _record(file: ClientFile, consent: Consent, given: bool) -> None:
    client, title = file.card.id, t(consent.title)
    if await act(record_consent, client, consent.key, given):
        words = t("{consent}: given.", consent=title) if given else t("{consent}: withdrawn.", consent=title)
        toast(words, lambda: act(record_consent, client, consent.key, not given))
