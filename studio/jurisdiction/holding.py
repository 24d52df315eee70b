"""What the room of country profiles holds: rules, and nothing of people."""

from storage.table import columns_of
from studio.extension.holding import Holding
from studio.jurisdiction.models import ProfileCopy, ProfileInForce

HOLDS = (
    Holding(columns_of(ProfileCopy), {"business": "key name based_on content checked_on"}),
    Holding(columns_of(ProfileInForce), {"business": "key name content since", "technical": "number digest"}),
)
