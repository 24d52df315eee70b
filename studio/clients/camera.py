"""The desk's webcam as a code reader: a thread that looks, tells each code once, and lets go cleanly."""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from studio.clients import refusals
from studio.clients.reader import read_frame

QUIET = 2.0
"""Seconds in which the same code is not told again."""


class Camera:
    """Opens a camera (or a video file), calls `on_code` from its own thread, and is released in any case.

    Raises CameraIsMissing when none answers. Use it in a `with`, or call `close`.
    """

    def __init__(
        self, source: int | str, on_code: Callable[[str], None], *, on_end: Callable[[], None] = lambda: None
    ) -> None:
        self._capture = _open(source)
        self._on_code, self._on_end = on_code, on_end
        self._told: dict[str, float] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, name="camera", daemon=True)
        self._thread.start()

    def close(self, timeout: float = 3.0) -> None:
        """Stop looking and release the camera; safe to call twice, and from `on_code`."""
        self._stop.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout)

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def _look(self) -> None:
        try:
            while not self._stop.is_set():
                seen, frame = self._capture.read()
                if not seen:
                    break
                self._tell(read_frame(frame))
        finally:
            self._capture.release()
            self._on_end()

    def _tell(self, code: str | None) -> None:
        if code is None:
            return
        now = time.monotonic()
        fresh = now - self._told.get(code, -QUIET) >= QUIET
        self._told = {known: at for known, at in self._told.items() if now - at < QUIET} | {code: now}
        if fresh:
            self._on_code(code)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _open(source: int | str) -> Any:
    import cv2

    capture = cv2.VideoCapture(source)
    if not capture.isOpened():
        capture.release()
        raise refusals.CameraIsMissing
    return capture
