"""The camera of a tablet or phone, reading codes while it looks."""

from components.live_camera.live_camera import LiveCamera

__all__ = ["LiveCamera"]
