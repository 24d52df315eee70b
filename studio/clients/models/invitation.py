"""An invitation to a form that is meant for somebody on file, for one of the studio's tablets, or for both."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class FormInvitation(Table, table=True):
    """What is known of an invitation besides its token; a code for anybody's phone needs none."""

    __tablename__ = "form_invitation"

    token_id: UUID = Field(unique=True)
    client_id: UUID | None = Field(default=None, foreign_key="client.id", index=True)
    device_id: UUID | None = Field(default=None, index=True)
    invited_by: str = ""
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
