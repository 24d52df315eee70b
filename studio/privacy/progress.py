"""How far a long act is, for whoever waits for it on a screen of this process."""

from dataclasses import dataclass


@dataclass
class Progress:
    """Written by the thread that works, read by the page that waits."""

    done: int = 0
    total: int = 0
    over: bool = False

    def begin(self, total: int) -> None:
        self.done, self.total = 0, total

    def add(self, more: int) -> None:
        self.done += more
