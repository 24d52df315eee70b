"""What the clients room stores."""

from studio.clients.models.client import Client, ClientTag, Counter
from studio.clients.models.health import ConsentTick, HealthAnswer
from studio.clients.models.importing import ClientImport, ImportFill, ImportRow
from studio.clients.models.invitation import FormInvitation
from studio.clients.models.merge import ClientMerge, ClientsApart
from studio.clients.models.registration import Registration
from studio.clients.models.views import ClientTouch, ClientView, TagColour

__all__ = [
    "Client",
    "ClientImport",
    "ClientMerge",
    "ClientTag",
    "ClientTouch",
    "ClientView",
    "ClientsApart",
    "ConsentTick",
    "Counter",
    "FormInvitation",
    "HealthAnswer",
    "ImportFill",
    "ImportRow",
    "Registration",
    "TagColour",
]
