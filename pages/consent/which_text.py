"""Which text is signed: the usual one for what is done, or another that fits."""

from __future__ import annotations

from uuid import UUID

from components.app.perform import look
from components.form import Form, choice_field
from studio.consent.queries.choosing import texts_to_sign
from studio.kernel.text import t


class WhichText:
    """A field of the form that opens a signing; what it offers follows what is done and who signs."""

    def __init__(self, form: Form) -> None:
        self.field = choice_field(t("Text"), {"": ""}, "")
        form.field("template", self.field)

    async def follow(self, kind: str, service_id: UUID | None, *, minor: bool) -> None:
        """What fits now; somebody's own choice stays as long as it does."""
        found = await look(texts_to_sign, kind, service_id, minor=minor)
        usual = found.titles.get(found.usual, "")
        first = t("As usual: {title}", title=usual) if usual else t("Choose a text")
        others = {key: title for key, title in found.titles.items() if key != found.usual}
        chosen = self.field.value if self.field.value in others else ""
        self.field.set_options({"": first, **others}, value=chosen)
