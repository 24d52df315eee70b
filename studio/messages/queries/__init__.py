"""What the messages room answers."""

from studio.messages.queries.alerts import AlertView, alert_of_mine, count_alerts, lasting_alerts, my_alerts, ways_of
from studio.messages.queries.letters import LetterView, list_letters
from studio.messages.queries.routes import RouteView, Way, list_routes

__all__ = [
    "AlertView",
    "LetterView",
    "RouteView",
    "Way",
    "alert_of_mine",
    "count_alerts",
    "lasting_alerts",
    "list_letters",
    "list_routes",
    "my_alerts",
    "ways_of",
]
