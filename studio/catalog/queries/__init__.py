"""What can be read in the catalogue: frozen views."""

from studio.catalog.queries.choices import Choices, choices
from studio.catalog.queries.importing import Judged, Line, judge_lines
from studio.catalog.queries.lists import LARGEST_PAGE, STATES, Page, asking_for, list_services, offered_by, services
from studio.catalog.queries.one import service, service_by_code
from studio.catalog.view import ArtistsOwn, Service

__all__ = [
    "LARGEST_PAGE",
    "STATES",
    "ArtistsOwn",
    "Choices",
    "Judged",
    "Line",
    "Page",
    "Service",
    "asking_for",
    "choices",
    "judge_lines",
    "list_services",
    "offered_by",
    "service",
    "service_by_code",
    "services",
]
