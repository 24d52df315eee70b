"""What the clients room holds of people, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select

from storage.table import columns_of
from studio.clients.models import (
    Client,
    ClientImport,
    ClientMerge,
    ClientsApart,
    ClientTag,
    ClientTouch,
    ClientView,
    ConsentTick,
    Counter,
    FormInvitation,
    HealthAnswer,
    ImportFill,
    ImportRow,
    Registration,
    TagColour,
)
from studio.extension.holding import Holding, Lasting
from studio.kernel.text import N_

CLIENT, IMPORT, FILL = columns_of(Client), columns_of(ClientImport), columns_of(ImportFill)
FORM, LINE = columns_of(Registration), columns_of(ImportRow)
DETAILS = "name name_key preferred_name pronouns gender birth_date guardian_name guardian_relation guardian_birth_date"
REACHED = "phone phone_digits email address guardian_phone emergency_name emergency_phone emergency_relation"
PAPERS = "id_kind id_issuer id_number id_expires"
ALWAYS = "language brought_by notes tags"


def brought_them(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """The files some clients came from, or that told something about them: they hold a line of each."""
    theirs = CLIENT.alias().c
    inside = theirs.number.between(IMPORT.c.first_number, IMPORT.c.last_number)
    numbers = select(theirs.number).where(theirs.id.in_(clients), inside).correlate(IMPORT)
    filled = select(FILL.c.import_id).where(FILL.c.client_id.in_(clients))
    return or_(numbers.exists(), IMPORT.c.id.in_(filled)) if clients else false()


HOLDS = (
    Holding(
        CLIENT,
        {
            "person": f"{DETAILS} {PAPERS} {ALWAYS}",
            "contact": REACHED,
            "health": "health_light",
            "picture": "photo photo_small",
            "technical": "number code brought_by_id artist_id filed_by archived_at merged_into",
        },
        N_("On file"),
        whose="id",
        ends="emptied",
        files="photo photo_small",
    ),
    Holding(columns_of(ClientTag), {"person": "tag", "technical": "client_id"}, N_("Tags"), whose="client_id"),
    Holding(
        columns_of(HealthAnswer),
        {
            "health": "question answer choices detail level answered_at before",
            "technical": "client_id source",
        },
        N_("Health answers"),
        whose="client_id",
        record="health_answers",
        since="answered_at",
    ),
    Holding(
        columns_of(ConsentTick),
        {"evidence": "kind given at wording", "technical": "client_id language source"},
        N_("Consents"),
        whose="client_id",
    ),
    Holding(
        FORM,
        {
            "person": "name minor",
            "health": "health_light",
            "evidence": "payload submitted_at reason papers",
            "staff": "decided_by",
            "technical": "form_id token_id state language client_id about_id decided_at",
        },
        N_("Forms sent"),
        whose="client_id about_id",
        record="registration",
        since="decided_at",
        only=lambda: FORM.c.client_id.is_(None),
    ),
    Holding(
        columns_of(FormInvitation),
        {"evidence": "ended_at", "staff": "invited_by", "technical": "token_id client_id device_id"},
        N_("Invitations to a form"),
        whose="client_id",
        lasting=Lasting(N_("Invitations to a form"), timedelta(days=90), "ended_at created_at"),
    ),
    Holding(
        columns_of(ClientMerge),
        {"person": "inverse at undone_at", "staff": "by_name", "technical": "kept_id other_id"},
        N_("Files that were merged"),
        whose="kept_id other_id",
    ),
    Holding(columns_of(ClientsApart), {"technical": "one_id other_id"}, whose="one_id other_id"),
    Holding(columns_of(ClientTouch), {"technical": "client_id entry_no"}, whose="client_id", ends="stays"),
    Holding(
        IMPORT,
        {
            "person": "seen file_id",
            "staff": "user_id by_name",
            "business": "file_name file_hash size mapping counts choice",
            "technical": "state reading order done reached first_number last_number trouble finished_at undone_at",
        },
        N_("Lists they came in"),
        whose=brought_them,
        ends="emptied",
        record="registration",
        since="updated_at",
        files="file_id",
        parts=((LINE, "import_id"),),
        shared=True,
    ),
    Holding(
        LINE,
        {
            "person": f"{DETAILS} {PAPERS} {ALWAYS} cells problems",
            "contact": REACHED,
            "evidence": "consents",
            "technical": "import_id line state choice match_id match_line client_id number code",
        },
        N_("Lines that wait to be put on file"),
        whose="client_id match_id",
    ),
    Holding(
        FILL,
        {"person": "told", "technical": "import_id line client_id salt digest"},
        N_("What a list told of them"),
        whose="client_id",
        ends="emptied",
        also="salt",
    ),
    Holding(columns_of(ClientView), {"staff": "user_id by_name name shared wanted"}),
    Holding(columns_of(TagColour), {"business": "tag pigment"}),
    Holding(columns_of(Counter), {"technical": "name value"}),
)
