"""What upkeep holds: certificates and incidents, in which nothing of people may stand."""

from datetime import timedelta

from storage.table import columns_of
from studio.extension.holding import Holding, Lasting
from studio.kernel.text import N_
from studio.upkeep.models import Incident, LanCertificate

HOLDS = (
    Holding(
        columns_of(LanCertificate),
        {"credential": "sealed_key", "technical": "kind fingerprint certificate expires_at retired_at"},
    ),
    Holding(
        columns_of(Incident),
        {"technical": "code kind place message count last_at seen_at"},
        lasting=Lasting(N_("What went wrong in the program"), timedelta(days=365), "last_at"),
    ),
)
