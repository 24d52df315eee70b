"""What the catalogue holds: nothing of clients."""

from storage.table import columns_of
from studio.catalog.models import ServiceArtist, ServiceEntry
from studio.extension.holding import Holding

HOLDS = (
    Holding(
        columns_of(ServiceEntry),
        {
            "business": "number code preset name name_key kind description minutes minutes_least minutes_most "
            "buffer_before buffer_after price_kind price currency deposit_kind deposit_percent deposit deposit_once "
            "minimum_age consent_template aftercare healing_days tax_rate everybody active position archived_at",
            "staff": "artists",
        },
    ),
    Holding(columns_of(ServiceArtist), {"business": "service_id", "staff": "artist_id"}),
)
