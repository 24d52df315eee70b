"""A believable studio's papers: read and published, and sheets given to some clients."""

from __future__ import annotations

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.models import Client
from studio.documents.papers.actions import publish_paper
from studio.documents.papers.giving import Way, give_aftercare
from studio.documents.papers.queries import list_papers, paper
from studio.documents.papers.shipped import PROPOSED
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from studio.upkeep.premises import ADDRESS, CONTACT

CLIENT = columns_of(Client).c
SOME = 24
NO_PHONE: tuple[Way, ...] = ("printed", "email")
PREMISES = {ADDRESS: "12 Canal Street", CONTACT: "hello@studio.example"}


def fill(house: House, plan: DemoPlan) -> None:
    """Every paper guests are shown, and who was given which sheet."""
    for key, words in PREMISES.items():
        if not house.settings[key]:
            perform(CONSOLE, change_setting, key, words)
    owner, artist = (_somebody(plan, role) for role in ("owner", "artist"))
    for line in ask(owner, list_papers):
        if line.kind in PROPOSED:
            view = ask(owner, paper, line.key)
            perform(owner, publish_paper, line.key, view.writing, (), line.version)
    with house.db.reading() as connection:
        wanted = select(CLIENT.id).where(CLIENT.archived_at.is_(None)).order_by(CLIENT.code).limit(SOME)
        clients = list(connection.execute(wanted).scalars())
    for client_id in clients:
        perform(artist, give_aftercare, client_id, "aftercare-tattoo", "", plan.random.choice(NO_PHONE))


def _somebody(plan: DemoPlan, role: str) -> Actor:
    made = plan.people.get(role)
    return Actor("person", role, made.id, made.name) if made else CONSOLE
