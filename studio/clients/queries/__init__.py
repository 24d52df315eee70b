"""What can be read in the clients room: frozen views, at most two statements each."""

from studio.clients.queries.artists import everybody_here
from studio.clients.queries.card import ClientCard, card_by_id, client_card
from studio.clients.queries.doubles import Joining, LikelyPair, Merged, joining_of, kept_code, likely_pairs, merged_into
from studio.clients.queries.file import Scanned, consents_now, likely_clients, photo_of, scanned
from studio.clients.queries.health import (
    ConsentState,
    HealthFlag,
    HealthSheet,
    health_changes,
    health_sheet,
    since_last_time,
)
from studio.clients.queries.history import client_history
from studio.clients.queries.labels import KeptView, TagUse, tag_colours, tag_uses, views_of
from studio.clients.queries.lists import ClientRow, Page, find_clients, list_clients, tags_in_use
from studio.clients.queries.registrations import (
    Candidate,
    RegistrationRow,
    RegistrationView,
    list_registrations,
    registration_with_matches,
    waiting_count,
)
from studio.clients.queries.twins import Twin, forms_alike, twins_of
from studio.clients.queries.viewed import who_viewed

__all__ = [
    "Candidate",
    "ClientCard",
    "ClientRow",
    "ConsentState",
    "HealthFlag",
    "HealthSheet",
    "Joining",
    "KeptView",
    "LikelyPair",
    "Merged",
    "Page",
    "RegistrationRow",
    "RegistrationView",
    "Scanned",
    "TagUse",
    "Twin",
    "card_by_id",
    "client_card",
    "client_history",
    "consents_now",
    "everybody_here",
    "find_clients",
    "forms_alike",
    "health_changes",
    "health_sheet",
    "joining_of",
    "kept_code",
    "likely_clients",
    "likely_pairs",
    "list_clients",
    "list_registrations",
    "merged_into",
    "photo_of",
    "registration_with_matches",
    "scanned",
    "since_last_time",
    "tag_colours",
    "tag_uses",
    "tags_in_use",
    "twins_of",
    "views_of",
    "waiting_count",
    "who_viewed",
]
