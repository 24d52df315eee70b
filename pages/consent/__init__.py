"""The consent room on screen: signing, tablets, signed consents, and what staff see of them."""

from pathlib import Path

from components.app import theme
from pages.consent import (
    api,
    ceremony,
    designer,
    designer_api,
    designer_drafts_api,
    designer_editions,
    designer_one,
    designer_preview,
    documents_tab,
    home,
    identity_photo,
    kiosk,
    packet,
    packets,
    pairing,
    papers,
    profile,
    send_to_tablet,
    tablets,
    witness,
)
from pages.consent.first import STEPS as FIRST_STEPS
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

LIST, OPEN, SEE = packets.LIST, send_to_tablet.OPEN, home.SEE
DOCUMENTS = "documents.document.see"

theme.also(Path(__file__).parent / "consent.css")
theme.also(Path(__file__).parent / "designer.css")

SCREENS = Screens(
    name="consent",
    screens=(
        Screen("/kiosk", kiosk.draw, kiosk.NEEDS, N_("Waiting screen")),
        Screen("/consent", packets.draw, LIST, N_("Consents")),
        Screen("/consent/signing/{ceremony_id}", witness.draw, SEE, N_("Signing")),
        Screen(designer.HERE, designer.draw, designer.SEE, N_("Consent texts")),
        Screen(designer.HERE + "/{key}", designer_one.draw, designer.SEE, N_("Consent text")),
        Screen(designer.HERE + "/{key}/editions", designer_editions.draw, designer.SEE, N_("Editions")),
        Screen("/consent/{code}", packet.draw, LIST, N_("Signed consent")),
    ),
    menu=(MenuItem(N_("Consents"), "edit", "/consent", 50, LIST),),
    slots=(
        Slot("home.cards", home.draw, 10, SEE, N_("Signing")),
        Slot("visit.sign", send_to_tablet.ask_to_sign, 10, OPEN),
        Slot("inbox.outcome.acts", profile.draw_act, 10, OPEN),
        Slot("client.profile.acts", profile.draw_act, 10, OPEN),
        Slot("client.profile.health", profile.draw_packets, 10, LIST, N_("Signed consents")),
        Slot("client.profile.tabs", documents_tab.draw_documents, 30, DOCUMENTS, N_("Documents")),
        Slot("settings.sections", tablets.draw, 10, tablets.SEE, N_("Tablets")),
    ),
    first_steps=FIRST_STEPS,
    api=(api.router, designer_drafts_api.router, designer_api.router),
    plain=(ceremony.router, pairing.router, papers.router, identity_photo.router, designer_preview.router),
)
