"""What the catalogue declares."""

from studio.catalog.holding import HOLDS
from studio.catalog.offers import OFFERS
from studio.catalog.queries.one import service_names
from studio.extension.area import Area, DemoPlan
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.text import N_

EVERYBODY = "owner manager reception artist guest_artist viewer inspector"
OFFICE = "owner manager"


def made_up_catalogue(house: House, plan: DemoPlan) -> None:
    """The usual services with prices; only read when somebody asks for a demo."""
    from studio.catalog.demo import fill

    fill(house, plan)


AREA = Area(
    name="catalog",
    holds=HOLDS,
    offers=OFFERS,
    permissions=(
        Permission.of("catalog.service.see", N_("See the catalogue of services"), EVERYBODY + " console"),
        Permission.of("catalog.service.edit", N_("Add services and change them"), OFFICE + " console"),
        Permission.of("catalog.service.archive", N_("Archive and restore services"), OFFICE),
        Permission.of("catalog.service.order", N_("Put services into another order"), OFFICE),
        Permission.of("catalog.service.export", N_("Take the catalogue out as a file"), OFFICE),
        Permission.of("catalog.service.import", N_("Bring services in from a file"), OFFICE),
    ),
    sentences={
        "catalog.service.add": N_("{who} added the service {what}"),
        "catalog.service.edit": N_("{who} changed the service {what}"),
        "catalog.service.archive": N_("{who} archived the service {what}"),
        "catalog.service.restore": N_("{who} restored the service {what}"),
        "catalog.many.archive": N_("{who} archived several services"),
        "catalog.many.restore": N_("{who} restored several services"),
        "catalog.many.pause": N_("{who} paused several services"),
        "catalog.many.offer": N_("{who} offered several services again"),
        "catalog.service.order": N_("{who} put the services into another order"),
        "catalog.defaults.fill": N_("{who} put the usual services into the catalogue"),
        "catalog.service.import": N_("{who} brought services in from a file"),
        "catalog.service.export": N_("{who} took the catalogue out as a file"),
    },
    kinds={"service": N_("service")},
    names={"service": service_names},
    demo=made_up_catalogue,
)
