"""Alerts on the screen: the panel under the bell, what this device does with news, and the table of who is told."""

from components.alerts.device import DeviceNews, tell_device
from components.alerts.panel import AlertPanel, Line
from components.alerts.routes import RouteCell, RouteRow, RouteTable

__all__ = ["AlertPanel", "DeviceNews", "Line", "RouteCell", "RouteRow", "RouteTable", "tell_device"]
