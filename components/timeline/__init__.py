"""What has happened, one line below the other."""

from components.timeline.timeline import Changed, Moment, Timeline

__all__ = ["Changed", "Moment", "Timeline"]
