"""The picture of a version of the design, and when another session could be."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from studio.kernel.work import Read, query
from studio.tattoo.drawing import DESIGN, PIECE
from studio.tattoo.queries.pieces import SEE, reach
from studio.tattoo.refusals import DesignIsUnknown


@query(SEE)
def design_picture(read: Read, design_id: UUID, *, small: bool = False) -> bytes:
    """The bytes; raises DesignIsUnknown, also where the picture is gone or the piece is somebody else's."""
    column = DESIGN.small_id if small else DESIGN.file_id
    found = select(column).join(PIECE.id.table, PIECE.id == DESIGN.piece_id).where(DESIGN.id == design_id, reach(read))
    file_id = read.connection.execute(found).scalar()
    if file_id is None:
        raise DesignIsUnknown
    return read.house.files.read(file_id)
