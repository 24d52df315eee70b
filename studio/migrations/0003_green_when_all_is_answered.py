"""A green light says that all questions were answered: what was green with some open is incomplete now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ASKED = (
    "allergies", "pregnant", "blood_thinner", "medicine", "bleeding", "diabetes", "heart", "pressure", "fainting",
    "immune", "isotretinoin", "keloid", "reaction", "dental_antibiotics", "mri", "infection", "eczema", "herpes",
    "procedure", "sunburn", "mole", "first", "phobia", "access",
)  # fmt: skip
"""What a registration asked when this was written, without the one question nobody has to answer."""

CLIENTS = """
UPDATE client SET health_light = 'incomplete' WHERE health_light = 'green' AND (
  SELECT count(*) FROM health_answer WHERE client_id = client.id AND question IN :asked
) < :all
"""
FORMS = """
UPDATE registration SET health_light = 'incomplete' WHERE health_light = 'green' AND (
  SELECT count(*) FROM json_each(registration.payload, '$.health') WHERE key IN :asked
) < :all
"""


def upgrade() -> None:
    for renewed in (CLIENTS, FORMS):
        statement = sa.text(renewed).bindparams(sa.bindparam("asked", ASKED, expanding=True), all=len(ASKED))
        op.get_bind().execute(statement)
