"""What importing declares to the room it belongs to."""

from studio.kernel.permissions import Permission
from studio.kernel.text import N_

IMPORT = "clients.client.import"

PERMISSIONS = (Permission.of(IMPORT, N_("Bring clients in from a file, and take that back"), "owner manager"),)

SENTENCES = {
    "clients.import.keep": N_("{who} brought a file of clients"),
    "clients.import.map": N_("{who} said what the columns of a file are"),
    "clients.import.check": N_("{who} had a file of clients checked"),
    "clients.import.stage": N_("Lines of a file of clients were checked"),
    "clients.import.settle": N_("A file of clients was checked to its end"),
    "clients.import.choose": N_("{who} chose what becomes of clients who are on file already"),
    "clients.import.start": N_("{who} started to import a file of clients"),
    "clients.import.index": N_("Clients of a file were made ready to be found"),
    IMPORT: N_("{who} imported clients from a file"),
    "clients.import.stop": N_("An import of clients stopped before its end"),
    "clients.import.tidy": N_("What an import no longer needs was cleared away"),
    "clients.import.drop": N_("{who} let go of a file of clients that was not imported"),
    "clients.import.undo": N_("{who} took an import of clients back"),
}
