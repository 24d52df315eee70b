"""The country's required fields, enforced: nothing is begun or signed while one of them is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.clients.models import Client
from studio.consent import refusals
from studio.consent.models import Ceremony
from studio.consent.rules import wanting
from studio.consent.rules.payload import Given
from studio.jurisdiction.shelf import in_force
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Refusal


def wanted_fields(house: House) -> tuple[str, ...]:
    """What the rules in force want on a consent."""
    return in_force(house).consent.fields


def check_wanted(house: House, client: Client, ceremony: Ceremony, content: Mapping[str, Any]) -> None:
    """Before anybody reads. Raises Invalid with each field that is missing, at the field where it can be added."""
    fields = wanted_fields(house)
    problems: dict[str, Refusal] = {
        field: refusals.FieldIsNotOnFile(field, what=wanting.field_word(field))
        for field in wanting.not_on_file(fields, client)
    }
    unasked = wanting.PLACE in wanting.not_asked(fields, content)
    if unasked and _place_wanted(fields, ceremony, content) and not ceremony.about:
        problems["about"] = refusals.PlaceIsUnasked("about")
    if problems:
        raise Invalid(problems)


def check_given(house: House, ceremony: Ceremony, given: Given, content: Mapping[str, Any]) -> None:
    """Of what the client gives: the place may be left out only where the studio has said it beforehand."""
    if not _place_wanted(wanted_fields(house), ceremony, content) or ceremony.about:
        return
    if not wanting.tells_place(content, given.places, given.questions):
        field = wanting.place_field(content)
        raise Invalid({field: refusals.PlaceOnBodyIsMissing(field)})


def _place_wanted(fields: tuple[str, ...], ceremony: Ceremony, content: Mapping[str, Any]) -> bool:
    """Of something that is done; a consultation leaves nothing on a body."""
    done = wanting.is_of_a_service(content) or ceremony.service_id is not None
    return wanting.PLACE in fields and done and ceremony.service_kind != "consultation"
