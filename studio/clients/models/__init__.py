"""What the clients room stores."""

from storage.table import columns_of
from studio.clients.models.client import Client, ClientTag, Counter
from studio.clients.models.health import ConsentTick, HealthAnswer
from studio.clients.models.registration import Registration

__all__ = ["Client", "ClientTag", "ConsentTick", "Counter", "HealthAnswer", "Registration", "columns_of"]
