"""Reading QR codes from pictures: both detectors, then what helps with blur, shade and size."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from storage.decoding import Unfit, Wish, redrawn

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, Any]

LONGEST_SIDE = 1600
_own = threading.local()


def read_code(image: bytes) -> str | None:
    """The text of the first QR code in a picture file, or None; never raises for a bad picture."""
    picture = _opened(image)
    return None if picture is None else read_picture(picture)


def read_glance(image: bytes) -> str | None:
    """As `read_code`, at one glance: for pictures that follow each other."""
    picture = _opened(image)
    return None if picture is None else read_frame(_bounded(picture))


def read_picture(picture: "Picture") -> str | None:
    """The text of the first QR code in a grey picture; tries hard."""
    picture = _bounded(picture)
    for detector in _detectors():
        for attempt in _attempts(picture):
            found = _detect(detector, attempt)
            if found:
                return found
    return None


def read_frame(frame: "Picture") -> str | None:
    """The text of a QR code in one camera frame; quick, since the next frame follows."""
    return _detect(_detectors()[0], frame)


def _detect(detector: Any, picture: "Picture") -> str | None:
    import cv2

    try:
        text, _, _ = detector.detectAndDecode(picture)
    except (cv2.error, UnicodeDecodeError):
        return None
    return str(text) or None


def _attempts(picture: "Picture") -> Iterator["Picture"]:
    import cv2

    yield picture
    yield cv2.medianBlur(picture, 5)
    smooth = cv2.GaussianBlur(picture, (3, 3), 0)
    yield cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 51, 5)
    yield (
        cv2.resize(picture, None, fx=2, fy=2) if max(picture.shape) < 800 else cv2.resize(picture, None, fx=0.5, fy=0.5)
    )


def _bounded(picture: "Picture") -> "Picture":
    import cv2

    scale = LONGEST_SIDE / max(picture.shape)
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture


def _detectors() -> tuple[Any, Any]:
    """A pair for each thread: they keep state."""
    import cv2

    if not hasattr(_own, "pair"):
        _own.pair = (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector())
    pair: tuple[Any, Any] = _own.pair
    return pair


def _opened(image: bytes) -> "Picture | None":
    """The picture without its colours, as the process apart has drawn it; None for anything else."""
    import cv2
    import numpy as np

    try:
        [grey] = redrawn(image, Wish(LONGEST_SIDE, "grey"))
    except Unfit:
        return None
    return cv2.imdecode(np.frombuffer(grey, np.uint8), cv2.IMREAD_GRAYSCALE)
