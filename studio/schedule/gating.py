"""What other rooms miss before a session may begin."""

from __future__ import annotations

from sqlalchemy import true

from studio.extension.registry import registry
from studio.kernel.text import t
from studio.kernel.work import Work
from studio.schedule.models import Booking
from studio.schedule.queries.lights import visits_of


def shut_gates(work: Work, booking: Booking) -> dict[str, str]:
    """Key → what is missing, in the words of whoever asks; nothing where nobody sits down to be worked on."""
    if booking.client_id is None:
        return {} if booking.kind == "block" else {"client": t("Nobody says yet whose session it is.")}
    [visit] = visits_of(work.connection, [booking.id], true())
    told = {key: gate(work.connection, work.house, visit) for key, gate in registry().session_gates().items()}
    return {key: missing for key, missing in told.items() if missing}
