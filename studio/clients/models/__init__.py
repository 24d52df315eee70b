"""What the clients room stores."""

from typing import cast

from sqlalchemy import Table
from sqlmodel import SQLModel

from studio.clients.models.client import Client, ClientTag, Counter
from studio.clients.models.health import ConsentTick, HealthAnswer
from studio.clients.models.registration import Registration

__all__ = ["Client", "ClientTag", "ConsentTick", "Counter", "HealthAnswer", "Registration", "columns_of"]


def columns_of(model: type[SQLModel]) -> Table:
    """The table behind a model, for column selects."""
    return cast("Table", getattr(model, "__table__"))  # noqa: B009  SQLModel adds it unseen by type checkers
