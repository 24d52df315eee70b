"""A made-up studio's privacy: somebody held back, somebody erased, a consent taken back, and a form that is due."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from studio.clients.facts import RegistrationDecided
from studio.clients.filing import keep_consent
from studio.clients.models import Client, Registration
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import Work, action, perform
from studio.privacy.actions.erasure import end_person
from studio.privacy.facts import HoldPlaced
from studio.privacy.models import LegalHold

FEWEST = 12
"""A smaller studio can spare nobody."""
LONG_AGO = timedelta(days=400)


def fill(_: House, plan: DemoPlan) -> None:
    """The newest clients take part; nothing else of a demo begins with them."""
    owner = plan.people.get("owner")
    people = perform(CONSOLE, find_asking)
    if len(people) < FEWEST:
        return
    perform(CONSOLE, hold_made_up, people[0], owner.name if owner else "Mara Lindqvist")
    perform(CONSOLE, erase_made_up, people[1])
    perform(CONSOLE, withdraw_made_up, people[2])
    perform(CONSOLE, decline_made_up)


@action("privacy.demo.find", needs="privacy.demo.fill")
def find_asking(work: Work) -> list[UUID]:
    """The newest clients on file."""
    present = col(Client.archived_at).is_(None), col(Client.merged_into).is_(None)
    return list(work.session.exec(select(Client.id).where(*present).order_by(col(Client.number).desc()).limit(FEWEST)))


@action("privacy.demo.hold", needs="privacy.demo.fill")
def hold_made_up(work: Work, client_id: UUID, by: str) -> None:
    """An insurer asked for what was signed."""
    reason = "The insurer asked for all that was signed; claim 2291."
    work.add(LegalHold(client_id=client_id, reason=reason, placed_by_name=by, placed_at=work.now))
    work.emit(HoldPlaced(client_id))


@action("privacy.demo.erase", needs="privacy.demo.fill")
def erase_made_up(work: Work, client_id: UUID) -> None:
    """Somebody wrote a letter and is nobody now."""
    end_person(work, [client_id], "Asked by letter.")


@action("privacy.demo.withdraw", needs="privacy.demo.fill")
def withdraw_made_up(work: Work, client_id: UUID) -> None:
    """Somebody no longer wants to hear of offers."""
    for given in (True, False):
        keep_consent(work, client_id, "marketing", given, "desk", "en")


@action("privacy.demo.decline", needs="privacy.demo.fill")
def decline_made_up(work: Work) -> None:
    """A form that became no client, so long ago that it can go."""
    then = work.now - LONG_AGO
    form = Registration(
        form_id="made-up-long-ago", state="declined", name="Jamie Passerby", language="en", submitted_at=then,
        reason="Did not come back", decided_by="Noor Haddad", decided_at=then + timedelta(days=2),
        payload={"name": "Jamie Passerby"},
    )  # fmt: skip
    work.add(form)
    work.emit(RegistrationDecided(form.id, "declined"))
