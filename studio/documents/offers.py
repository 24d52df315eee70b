"""What rooms of a trade, and plugins later, may use of this one: drawn, sealed and kept papers."""

OFFERS = frozenset(
    {
        "actions.keep_document",
        "drawing.document.Answer",
        "drawing.document.Answers",
        "drawing.document.Block",
        "drawing.document.Clause",
        "drawing.document.Document",
        "drawing.document.Evidence",
        "drawing.document.Facts",
        "drawing.document.Heading",
        "drawing.document.Ink",
        "drawing.document.Letterhead",
        "drawing.document.Paragraph",
        "drawing.document.Signature",
        "drawing.draw",
        "models.DocumentKey",
        "models.SealedDocument",
        "queries.document_bytes",
        "sealing.seal",
    }
)
