"""What the consent room declares."""

from __future__ import annotations

from datetime import timedelta

from studio.consent.aftercare import AT_END
from studio.consent.drawer import draw_soon
from studio.consent.facts import PacketKept
from studio.consent.gating import GATES
from studio.consent.gating import SETTINGS as GATE_SETTINGS
from studio.consent.holding import HOLDS
from studio.consent.housekeeping import draw_missing, end_forgotten, expire_pictures
from studio.consent.inspected import INSPECTED
from studio.consent.offering import template_papers
from studio.consent.terms import signed_term
from studio.consent.text_area import PERMISSIONS as TEXT_PERMISSIONS
from studio.consent.text_area import SENTENCES as TEXT_SENTENCES
from studio.consent.text_area import text_names
from studio.consent.text_facts import KIND as TEXT_KIND
from studio.consent.visiting import lights
from studio.extension.area import Area, DemoPlan, Timer
from studio.extension.lights import VisitLights
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.upkeep.rules import between

CHAIR = "owner manager artist guest_artist"
FLOOR = CHAIR + " reception"


def made_up_packets(house: House, plan: DemoPlan) -> None:
    """Signed packets for a demo; drawn only when somebody asks for one."""
    from studio.consent.demo import fill

    fill(house, plan)


AREA = Area(
    name="consent",
    holds=HOLDS,
    looks={
        "consent.packet.view": N_("Signed consent"),
        "consent.signed.view": N_("What was just signed"),
        "consent.paper.open": N_("Document of a consent"),
        "consent.paper.send": N_("Document of a consent, sent by e-mail"),
        "consent.identity.view": N_("Picture of an identity document"),
    },
    inspected=INSPECTED,
    permissions=(
        Permission.of("consent.ceremony.open", N_("Let clients read and sign"), FLOOR),
        Permission.of("consent.ceremony.see", N_("See who is signing"), FLOOR),
        Permission.of("consent.ceremony.cancel", N_("End a signing"), FLOOR),
        Permission.of("consent.ceremony.take", N_("Show a signing that was sent to the tablet"), "kiosk"),
        Permission.of("consent.ceremony.sign", N_("Read and sign a consent"), "guest kiosk"),
        Permission.of("consent.ceremony.witness", N_("Sign as artist or witness and check identity"), CHAIR),
        Permission.of("consent.warning.override", N_("Go on in spite of a warning, with a reason that is kept"), CHAIR),
        Permission.of(
            "consent.override.see", N_("See who went on in spite of which warning, and why"), "owner manager inspector"
        ),
        Permission.of("consent.identity.expire", N_("Remove pictures of identity documents in time"), "timer"),
        Permission.of("consent.ceremony.tidy", N_("End signings nobody came back to"), "timer"),
        Permission.of(
            "consent.packet.list", N_("See which consents are signed, and verify them"), FLOOR + " viewer inspector"
        ),
        Permission.of("consent.packet.see", N_("Read signed consents with their health answers"), CHAIR),
        Permission.of("consent.packet.withdraw", N_("Note that a client took a consent back"), CHAIR),
        Permission.of("consent.paper.send", N_("Send clients their signed consents by e-mail"), CHAIR),
        Permission.of("consent.paper.keep", N_("Draw and keep the documents of signed consents"), "rule timer"),
        *TEXT_PERMISSIONS,
        Permission.of("consent.demo.fill", N_("Fill an empty studio with made-up consents"), "console"),
    ),
    settings=(
        Setting(
            "consent.ceremony.minutes",
            int,
            15,
            N_("Minutes in which a client opens the consent"),
            check=between("consent.ceremony.minutes", 5, 240),
        ),
        Setting(
            "consent.guardian.minutes",
            int,
            120,
            N_("Minutes in which a guardian opens the link on their own phone"),
            check=between("consent.guardian.minutes", 5, 2880),
        ),
        Setting(
            AT_END,
            bool,
            True,
            N_("Give clients their aftercare sheet once they have signed"),
            help=N_("On a tablet as a code to scan, on their own phone as a link. Which edition it was is noted."),
            group="clients",
        ),
        *GATE_SETTINGS,
    ),
    session_gates=GATES,
    signed_term=signed_term,
    visit_lights=VisitLights(lights, needs="consent.packet.list", health_needs="clients.client.see"),
    timers=(
        Timer("consent.ceremony.tidy", timedelta(minutes=5), end_forgotten),
        Timer("consent.identity.expire", timedelta(hours=6), expire_pictures),
        Timer("consent.paper.catch_up", timedelta(minutes=1), draw_missing),
    ),
    sentences={
        "consent.ceremony.open": N_("{who} let {what} read and sign"),
        "consent.ceremony.take": N_("{who} showed {what} the consent"),
        "consent.ceremony.cancel": N_("{who} ended the signing of {what}"),
        "consent.ceremony.leave": N_("{what} stopped before signing"),
        "consent.ceremony.sign": N_("{what} signed the consent"),
        "consent.guardian.invite": N_("{who} made a link for the guardian of {what}"),
        "consent.guardian.revoke": N_("{who} ended the link for the guardian of {what}"),
        "consent.guardian.begin": N_("The guardian of {what} signs next"),
        "consent.guardian.leave": N_("The guardian of {what} stopped before signing"),
        "consent.guardian.sign": N_("The guardian of {what} signed the consent"),
        "consent.aftercare.take": N_("{what} was shown the aftercare sheet to take along"),
        "consent.identity.keep": N_("{who} took a picture of an identity document of {what}"),
        "consent.identity.view": N_("{who} looked at the picture of an identity document of {what}"),
        "consent.identity.remove": N_("{who} removed the picture of an identity document of {what}"),
        "consent.identity.expire": N_("Pictures of identity documents were removed in time"),
        "consent.ceremony.witness": N_("{who} witnessed the consent of {what}"),
        "consent.ceremony.tidy": N_("Signings nobody came back to were ended"),
        "consent.packet.view": N_("{who} read a signed consent of {what}"),
        "consent.signed.view": N_("{who} read what {what} has just signed"),
        "consent.packet.withdraw": N_("{who} noted that {what} took a consent back"),
        "consent.paper.keep": N_("The consent of {what} was drawn and sealed"),
        "consent.paper.send": N_("{who} sent {what} their consent document by e-mail"),
        "consent.paper.open": N_("{who} took out the consent document of {what}"),
        "consent.paper.catch_up": N_("Missing consent documents were drawn"),
        **TEXT_SENTENCES,
        "consent.demo.find": N_("Made-up clients were looked for"),
        "consent.demo.today": N_("Made-up clients were looked for"),
        "consent.demo.fill": N_("A made-up consent of {what} was put on file"),
        "consent.demo.minor": N_("A made-up consent of {what} was put on file"),
        "consent.demo.withdraw": N_("{who} noted that {what} took a consent back"),
        "consent.demo.wait": N_("{what} signed the consent"),
    },
    after=((PacketKept, draw_soon),),
    service_kinds={
        "tattoo": N_("Tattoo"),
        "touch_up": N_("Touch-up"),
        "piercing": N_("Piercing"),
        "cosmetic_tattoo": N_("Cosmetic tattoo"),
        "consultation": N_("Consultation"),
        "removal": N_("Removal"),
        "jewellery": N_("Jewellery"),
    },
    service_papers={"consent": template_papers},
    demo=made_up_packets,
    kinds={TEXT_KIND: N_("consent text")},
    names={TEXT_KIND: text_names},
)
