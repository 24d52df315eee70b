"""How a signing is told in the client's history."""

from studio.clients.queries import client_history
from studio.consent.actions import open_ceremony, take_ceremony
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import adult
from tests.factories.devices import id_of, paired
from tests.factories.people import signed_in


def test_the_history_names_the_tablet(studio: House) -> None:
    tablet, client = paired("Front desk"), adult("Ana Pereira")
    _, ceremony = perform(signed_in("artist"), open_ceremony, client.id, place="tablet", device_id=id_of(tablet))
    perform(tablet, take_ceremony, ceremony.id)
    told, _ = ask(signed_in("owner"), client_history, client.id)
    assert [event.action for event in told[:2]] == ["consent.ceremony.take", "consent.ceremony.open"]
    assert told[0].sentence == "The tablet Front desk showed Ana Pereira the consent"
