"""What may be refused around the studio's own consent texts."""

from studio.kernel.refusal import Conflict, Refusal
from studio.kernel.text import N_


class DraftIsUnclear(Refusal):
    sentence = N_("This draft did not arrive whole. Load the page again.")


class TextTitleIsMissing(Refusal):
    sentence = N_("Give the text a title of at most {most} letters.")


class SomebodyIsWriting(Conflict):
    sentence = N_("{name} is writing on this text. Publish that draft or throw it away first.")


class NothingIsDrafted(Conflict):
    sentence = N_("There is no draft to publish. Change something first.")


class NeverPublished(Conflict):
    sentence = N_("Publish it first, so that there is something to have signed.")


class TextDoesNotFit(Conflict):
    sentence = N_("This text is not for that: it was put away, or is for others. Choose another one.")


class NoTextIsMeant(Conflict):
    sentence = N_("No consent text is meant for this yet. Choose one, or hang one on the service.")


class TextHangsOnServices(Conflict):
    sentence = N_("{services} asks for this text. Choose another one there first.")
