"""Files attached to clients: only to those on file; what is nobody's business at the desk can be kept to the chair."""

from __future__ import annotations

from uuid import UUID

from studio.clients.family import family_of
from studio.extension.attaching import Carrier
from studio.kernel.text import N_
from studio.kernel.work import Work


def still_on_file(work: Work, client_id: UUID) -> None:
    """Refuses for clients who are unknown, archived or merged into another file."""
    from studio.clients.actions.client import present

    present(work, client_id)


CARRIES = {
    "client": Carrier(
        "clients.client.see",
        still_on_file,
        family_of,
        private="clients.health.see",
        private_word=N_("About health: only for those who read health answers"),
    )
}
