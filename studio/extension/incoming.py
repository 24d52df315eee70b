"""What people hand in: which kinds and how large, said before, and checked here by content however it was named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from storage.decoding import PIXELS, Form, Unfit, Wish, kind_of, paper_pages, redrawn
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t

MEGABYTE = 1_000_000
PICTURES: Final = ("jpeg", "png", "webp")
PAPERS: Final = ("pdf",)
TABLES: Final = ("csv", "xlsx")
RULES: Final = ("toml",)
LETTERS: Final = ("docx", "text")
NAMES: Final = {
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WebP",
    "pdf": "PDF",
    "csv": "CSV",
    "xlsx": "Excel",
    "toml": "TOML",
    "docx": "Word",
    "text": N_("plain text"),
}
CONTENTS: Final = {"csv": ("text",), "toml": ("text",), "text": ("text",), "xlsx": ("zip", "ole"), "docx": ("zip",)}
"""What the bytes of a kind look like, where that is not the kind itself."""
ACCEPTED: Final = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf,.pdf",
    "csv": ".csv,.tsv,.txt,text/csv",
    "xlsx": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "toml": ".toml,application/toml,text/plain",
    "docx": ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text": ".txt,text/plain",
}


class NothingInFile(Refusal):
    sentence = N_("There is nothing in this file.")


class FileIsTooHeavy(Refusal):
    sentence = N_("This file is larger than {n} MB.")
    status = 413


class KindIsNotTaken(Refusal):
    sentence = N_("This is another kind of file, whatever its name says. Taken here: {kinds}.")


class PictureIsHeic(Refusal):
    sentence = N_("HEIC pictures cannot be read here. Choose JPEG in the phone's camera settings, or send it as JPEG.")


class PictureIsUnclear(Refusal):
    sentence = N_("This picture cannot be opened. Choose a JPEG or PNG photo.")


class PictureIsTooLarge(Refusal):
    sentence = N_("This picture is too large. Choose one below {limit} megapixels and {size} MB.")


class PictureMoves(Refusal):
    sentence = N_("This picture moves. Choose one that stands still.")


class PictureIsEmpty(Refusal):
    sentence = N_("There is nothing to see in this picture.")


class PaperIsUnclear(Refusal):
    sentence = N_("This PDF is damaged. Save or print it as a PDF anew, then choose that.")


class PaperIsLocked(Refusal):
    sentence = N_("This PDF is protected by a password. Save it without one, then choose it again.")


class PaperIsEmpty(Refusal):
    sentence = N_("This PDF has no pages.")


class PaperActs(Refusal):
    sentence = N_("This PDF runs scripts or starts programs. Print it as a PDF anew, then choose that.")


class PaperIsTooLarge(Refusal):
    sentence = N_("This PDF has too many pages or parts to be looked through.")


class ReaderIsBusy(Refusal):
    sentence = N_("Many files are being looked at just now. Try again in a minute.")
    status = 503


_PICTURE: Final[dict[str, type[Refusal]]] = {
    "moves": PictureMoves,
    "empty": PictureIsEmpty,
    "busy": ReaderIsBusy,
}
_PAPER: Final[dict[str, type[Refusal]]] = {
    "locked": PaperIsLocked,
    "empty": PaperIsEmpty,
    "acts": PaperActs,
    "large": PaperIsTooLarge,
    "busy": ReaderIsBusy,
}


@dataclass(frozen=True)
class Allowed:
    """What a place takes: kinds of NAMES, and how many megabytes at most."""

    kinds: tuple[str, ...] = PICTURES
    most: int = 20

    @property
    def bytes(self) -> int:
        return self.most * MEGABYTE

    @property
    def accept(self) -> str:
        """What a browser's picker offers first."""
        return ",".join(ACCEPTED[kind] for kind in self.kinds)

    @property
    def pictures(self) -> bool:
        """Whether a camera can help."""
        return any(kind in PICTURES for kind in self.kinds)

    def named(self) -> str:
        """The kinds as people say them: JPEG, PNG or WebP."""
        *first, last = (t(NAMES[kind]) for kind in self.kinds)
        return t("{first} or {last}", first=", ".join(first), last=last) if first else last

    def told(self) -> str:
        """What is said before anything is chosen."""
        return t("{kinds}, up to {n} MB", kinds=self.named(), n=self.most)


ANYTHING = Allowed((*PICTURES, *PAPERS, *TABLES), most=20)


@dataclass(frozen=True)
class Safe:
    """A file that may be kept: a picture drawn anew, a PDF that was looked through, or a table as it came."""

    kind: str
    data: bytes
    pages: int = 0
    small: bytes = b""
    """A little picture of a picture."""


def check_kind(data: bytes, allowed: Allowed, field: str | None = None) -> str:
    """The kind by content; refuses what is empty, too heavy or of no kind that is taken here."""
    if len(data) > allowed.bytes:
        raise FileIsTooHeavy(field, n=allowed.most)
    found = kind_of(data)
    if found == "empty":
        raise NothingInFile(field)
    for kind in allowed.kinds:
        if found in CONTENTS.get(kind, (kind,)):
            return kind
    if found == "heic" and allowed.pictures:
        raise PictureIsHeic(field)
    raise KindIsNotTaken(field, kinds=allowed.named())


def made_safe(data: bytes, allowed: Allowed = ANYTHING, *, side: int = 2400, small: int = 320) -> Safe:
    """The file as it may be kept. Takes up to a second or two: call it outside an act, in a worker thread."""
    kind = check_kind(data, allowed)
    if kind in PICTURES:
        form: Form = "png" if kind == "png" else "jpeg"
        large, little = draw_anew(data, Wish(side, form), Wish(small, quality=80), allowed=allowed)
        return Safe(form, large, small=little)
    return Safe(kind, data, pages=pages_of(data)) if kind in PAPERS else Safe(kind, data)


def draw_anew(data: bytes, *wishes: Wish, allowed: Allowed | None = None, field: str | None = None) -> list[bytes]:
    """A picture drawn anew, once for each wish: upright, and bare of place, camera and whatever else it carried."""
    allowed = allowed or Allowed()
    if len(data) > allowed.bytes:
        raise _too_large(allowed, field)
    try:
        return redrawn(data, *wishes)
    except Unfit as unfit:
        if unfit.why == "large":
            raise _too_large(allowed, field) from None
        raise _PICTURE.get(unfit.why, PictureIsUnclear)(field) from None


def pages_of(data: bytes, field: str | None = None) -> int:
    """How many pages a PDF has; refuses one that is locked, empty, damaged, or acts by itself."""
    try:
        return paper_pages(data)
    except Unfit as unfit:
        raise _PAPER.get(unfit.why, PaperIsUnclear)(field) from None


def _too_large(allowed: Allowed, field: str | None) -> PictureIsTooLarge:
    return PictureIsTooLarge(field, limit=PIXELS // MEGABYTE, size=allowed.most)
