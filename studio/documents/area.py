"""What the documents room declares."""

from studio.documents.offers import OFFERS
from studio.documents.queries import document_names
from studio.extension.area import Area
from studio.kernel.permissions import Permission
from studio.kernel.text import N_

TEAM = "owner manager artist guest_artist reception"

AREA = Area(
    name="documents",
    offers=OFFERS,
    permissions=(
        Permission.of("documents.document.see", N_("See which documents are on file"), TEAM + " inspector console"),
        Permission.of("documents.document.keep", N_("Put sealed documents on file"), TEAM + " rule timer console"),
        Permission.of(
            "documents.document.verify", N_("Verify that a document is unchanged"), TEAM + " viewer inspector console"
        ),
        Permission.of("documents.seal.make", N_("Make the key that seals documents"), "owner rule timer console"),
        Permission.of("documents.seal.renew", N_("Replace the key that seals documents"), "owner console"),
    ),
    sentences={
        "documents.document.keep": N_("{who} put a document of {what} on file"),
        "documents.seal.make": N_("The key that seals documents was made"),
        "documents.seal.renew": N_("{who} replaced the key that seals documents"),
    },
    names={"document": document_names},
    kinds={"document": N_("document")},
)
