"""Which texts can be signed for something, before anybody opens a signing for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from studio.catalog.queries import service
from studio.consent.choosing import Wish, texts_that_fit, titles_that_fit, usual_of
from studio.consent.opening import USUAL_KIND
from studio.jurisdiction.shelf import in_force
from studio.kernel.work import Read, query


@dataclass(frozen=True)
class TextsToSign:
    """Key → title of all that fit, and the key of the usual one; empty where none is meant for it."""

    titles: Mapping[str, str]
    usual: str


@query("consent.ceremony.open")
def texts_to_sign(read: Read, kind: str, service_id: UUID | None, *, minor: bool) -> TextsToSign:
    """For a kind or a service, by a grown-up or by a minor with a guardian."""
    chosen = service.run(read, service_id) if service_id else None
    own, what = (chosen.consent_template, chosen.kind) if chosen else ("", kind or USUAL_KIND)
    wish = Wish(what, minor, in_force(read.house).key, own)
    return TextsToSign(titles_that_fit(read.connection, wish), usual_of(texts_that_fit(read.connection, wish), wish))
