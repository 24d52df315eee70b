"""What can be refused about attached files."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class FileIsMissing(Missing):
    sentence = N_("This file is not here any more.")


class CarriesNoFiles(Missing):
    sentence = N_("Files cannot be attached to this.")


class FileIsThereAlready(Conflict):
    sentence = N_("This very file is here already, as {name}.")


class FilesTakeTooMuchRoom(Refusal):
    sentence = N_(
        "There is no room left: all files here together may take {n} MB, removed ones too until they are gone for good."
        " An owner can give more room in the settings."
    )


class FileRunsMacros(Refusal):
    sentence = N_("This file carries a program (macros). Save it without, as .docx or .xlsx, or as a PDF.")


class NoteIsTooLong(Refusal):
    sentence = N_("A note has at most {n} letters.")


class FileNeedsAName(Refusal):
    sentence = N_("Give the file a name.")


class NothingIsPrivateHere(Refusal):
    sentence = N_("Files here are for everybody who may see them.")
