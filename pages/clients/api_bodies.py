"""What programs send about clients and registrations; the room's own rules decide what is fine."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=20_000)]
ANSWERED = "Question → true, false, or an object with `answer`, `choices`, `detail`."
Answers = Annotated[dict[str, Any], Field(max_length=100, description=ANSWERED)]


class ClientSearch(BaseModel):
    """What is asked while somebody types."""

    q: Annotated[str, Field(max_length=200, description="Any fragment of name, phone, e-mail or code.")]
    limit: Annotated[int, Field(ge=1, le=50)] = 20


class ClientFields(BaseModel):
    """A client's fields; only the name is needed. Dates are `YYYY-MM-DD`."""

    model_config = {"extra": "forbid"}

    preferred_name: Text | None = None
    pronouns: Text | None = None
    gender: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    address: Text | None = None
    birth_date: Text | None = None
    guardian_name: Text | None = None
    guardian_relation: Text | None = None
    guardian_phone: Text | None = None
    guardian_birth_date: Text | None = None
    emergency_name: Text | None = None
    emergency_phone: Text | None = None
    emergency_relation: Text | None = None
    id_kind: Text | None = None
    id_issuer: Text | None = None
    id_number: Annotated[Text | None, Field(description="Told by its end alone; `identity` tells it.")] = None
    id_expires: Text | None = None
    brought_by: Text | None = None
    brought_by_id: UUID | None = None
    notes: Text | None = None
    language: Text | None = None
    tags: Annotated[list[Text], Field(max_length=100)] | None = None

    def details(self) -> dict[str, Any]:
        """The fields that were sent."""
        return self.model_dump(exclude_unset=True, exclude={"version"})


class NewClient(ClientFields):
    name: Text


class ClientChange(ClientFields):
    """What changes; what is left out stays, null empties."""

    version: Annotated[int, Field(description="The version that was read; an old one gets 409.")]
    name: Text | None = None


class HealthAnswers(BaseModel):
    answers: Answers


class ConsentGiven(BaseModel):
    kind: Annotated[str, StringConstraints(max_length=40)]
    given: bool


class Invite(BaseModel):
    """For whom a registration is: a client who brings their details up to date, or anybody."""

    client_id: UUID | None = None


class Merge(BaseModel):
    """Where a form goes. `choices` says per field whose value to keep: the file's (`ours`) or the form's (`theirs`)."""

    client_id: UUID
    version: Annotated[int, Field(description="The client's version that was read.")]
    choices: Annotated[dict[str, Literal["ours", "theirs"]], Field(max_length=50)] = {}


class MergeFiles(BaseModel):
    """The file that becomes part of this one. `choices`: field → `ours`, `theirs`; `both` for tags and notes."""

    other_id: UUID
    version: Annotated[int, Field(description="The version of the kept client that was read.")]
    other_version: int
    choices: Annotated[dict[str, Literal["ours", "theirs", "both"]], Field(max_length=50)] = {}


class Unmerge(BaseModel):
    merge_id: UUID


class NewTag(BaseModel):
    tag: Text


class RenameTag(BaseModel):
    old: Text
    new: Text


class Decline(BaseModel):
    reason: Text


class ChosenArtist(BaseModel):
    """Who looks after a client: the id of somebody who works here."""

    artist_id: UUID | None
