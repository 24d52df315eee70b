"""The documents room's first step for a new studio."""

from studio.documents.papers.facts import PaperFact
from studio.documents.papers.queries import papers_published
from studio.extension.screens import FirstStep
from studio.kernel.text import N_

STEPS = (
    FirstStep(
        "documents.papers",
        N_("Publish your privacy notice and terms"),
        N_("Proposals are written; read them, make them yours, and guests see them below their forms."),
        N_("Open the papers"),
        "/documents",
        45,
        "documents.paper.publish",
        papers_published,
        (PaperFact,),
    ),
)
