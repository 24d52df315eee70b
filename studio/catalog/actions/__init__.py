"""The verbs of the catalogue: the only ones who write here."""

from studio.catalog.actions.defaults import fill_defaults
from studio.catalog.actions.files import export_services, import_services
from studio.catalog.actions.many import archive_services, offer_services, pause_services, restore_services
from studio.catalog.actions.order import order_services
from studio.catalog.actions.service import add_service, archive_service, edit_service, restore_service

__all__ = [
    "add_service",
    "archive_service",
    "archive_services",
    "edit_service",
    "export_services",
    "fill_defaults",
    "import_services",
    "offer_services",
    "order_services",
    "pause_services",
    "restore_service",
    "restore_services",
]
