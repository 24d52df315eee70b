"""What the documents room can refuse."""

from __future__ import annotations

from studio.kernel.refusal import Missing, Refusal
from studio.kernel.text import N_


class DocumentIsMissing(Missing):
    sentence = N_("There is no such document here.")


class DocumentIsNotSealed(Refusal):
    sentence = N_("Only sealed documents are put on file. Seal it first.")


class DocumentIsTooLarge(Refusal):
    sentence = N_("This file is larger than {most} MB. Documents from this studio never are.")
