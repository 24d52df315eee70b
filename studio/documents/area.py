"""What the documents room declares."""

from studio.documents.attachments import declared as attachments
from studio.documents.holding import HOLDS
from studio.documents.offers import OFFERS
from studio.documents.papers import declared
from studio.documents.papers.queries import paper_names, sheet_papers
from studio.documents.queries import document_names
from studio.extension.area import Area, DemoPlan
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.text import N_

TEAM = "owner manager artist guest_artist reception"


def made_up_papers(house: House, plan: DemoPlan) -> None:
    """Published papers, sheets given, files attached; only read when somebody asks for a demo."""
    from studio.documents.attachments.demo import fill as attach_files
    from studio.documents.papers.demo import fill

    fill(house, plan)
    attach_files(house, plan)


AREA = Area(
    name="documents",
    holds=HOLDS,
    looks={
        "documents.document.open": N_("Document on file"),
        "documents.client_file.print": N_("Printed client file"),
        "documents.attachment.open": N_("Attached file"),
    },
    offers=OFFERS,
    permissions=(
        Permission.of("documents.document.see", N_("See which documents are on file"), TEAM + " inspector console"),
        Permission.of("documents.document.keep", N_("Put sealed documents on file"), TEAM + " rule timer console"),
        Permission.of(
            "documents.document.verify", N_("Verify that a document is unchanged"), TEAM + " viewer inspector console"
        ),
        Permission.of("documents.seal.make", N_("Make the key that seals documents"), "owner rule timer console"),
        Permission.of("documents.seal.renew", N_("Replace the key that seals documents"), "owner console"),
        *declared.PERMISSIONS,
        *attachments.PERMISSIONS,
    ),
    settings=(*declared.SETTINGS, *attachments.SETTINGS),
    timers=attachments.TIMERS,
    sentences={
        "documents.document.keep": N_("{who} put a document of {what} on file"),
        "documents.seal.make": N_("The key that seals documents was made"),
        "documents.seal.renew": N_("{who} replaced the key that seals documents"),
        **declared.SENTENCES,
        **attachments.SENTENCES,
    },
    names={"document": document_names, "paper": paper_names},
    kinds={"document": N_("document"), "paper": N_("paper")},
    service_papers={"aftercare": sheet_papers},
    demo=made_up_papers,
)
