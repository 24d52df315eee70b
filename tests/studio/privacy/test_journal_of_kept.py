"""What the journal tells of how kept evidence was made stays with it; all else about who was erased is emptied."""

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry, JournalValues
from studio.kernel.work import perform
from studio.privacy.actions import erase_person
from tests.factories import consents
from tests.factories.people import signed_in

ENTRY, VALUES = columns_of(JournalEntry).c, columns_of(JournalValues).c


def test_the_entry_that_made_a_kept_consent_stays(studio: House) -> None:
    client = consents.adult()
    consents.packet(client)
    perform(signed_in("owner"), erase_person, client.id, client.code)
    told = select(ENTRY.action, VALUES.facts).join_from(ENTRY.no.table, VALUES.no.table, VALUES.no == ENTRY.no)
    with studio.db.reading() as read:
        left = {row.action: row.facts is not None for row in read.execute(told.where(ENTRY.subject.is_not(None)))}
    assert not left["clients.client.create"]
    assert left["consent.ceremony.sign"], left
    assert left["consent.ceremony.witness"], left
