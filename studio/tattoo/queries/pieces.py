"""One piece with everything beside it, and pieces a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select, true

from storage.folding import fold
from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.clients.family import family_of
from studio.kernel.work import Read, query
from studio.schedule.rules.localtime import day_of
from studio.tattoo.drawing import ARTIST, CLIENT, FROM, PIECE, ROW, designs_of, piece_of, steps_of, stored_quote
from studio.tattoo.reading import BOOKING, KIND, sessions_of
from studio.tattoo.refusals import PieceIsUnknown, SortIsUnknown
from studio.tattoo.rules.reckoning import first_day, healing_of, reckoned, touch_ups_of
from studio.tattoo.rules.steps import NEXT, OVER
from studio.tattoo.usual import healing_days, touch_up_days, touch_ups
from studio.tattoo.views import Piece, PieceCard

SEE = "tattoo.piece.see"
SERVICE = columns_of(ServiceEntry).c
LARGEST_PAGE = 200
SORTS = {
    "changed": PIECE.updated_at,
    "code": PIECE.number,
    "title": PIECE.title_key,
    "client": CLIENT.name_key,
    "artist": ARTIST.name_key,
    "state_at": PIECE.state_at,
}
BESIDE = (
    "note", "place_note", "wide_mm", "tall_mm", "size_note", "service_id", "planned_minutes", "healing_days",
    "touch_ups", "touch_up_until",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page of pieces, and how many there are in all."""

    items: list[Piece]
    total: int
    page: int
    size: int


@query(SEE)
def piece(read: Read, piece_id: UUID) -> PieceCard:
    """One piece; raises PieceIsUnknown, also for whoever may see only their own."""
    return _card(read, PIECE.id == piece_id)


@query(SEE)
def piece_by_code(read: Read, code: str) -> PieceCard:
    """The piece people know by this code."""
    return _card(read, PIECE.number == number_of(code))


@query(SEE)
def list_pieces(
    read: Read,
    *,
    page: int = 1,
    size: int = 50,
    sort: str = "-changed",
    q: str = "",
    state: str = "",
    client_id: UUID | None = None,
    artist_id: UUID | None = None,
    archived: bool = False,
) -> Page:
    """One page in six statements. `q` is a code, or words of the title, the client or the style; `state` is one of
    them, `open` for all that are not over, or empty; `sort` takes a minus for backwards."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    wanted = [reach(read), PIECE.archived_at.is_not(None) if archived else PIECE.archived_at.is_(None)]
    wanted += [_in_state(state)] if state else []
    wanted += [_named(q)] if q.strip() else []
    wanted += [PIECE.client_id.in_(family_of(client_id))] if client_id else []
    wanted += [PIECE.lead_artist_id == artist_id] if artist_id else []
    total = read.connection.execute(select(func.count()).select_from(FROM).where(*wanted)).scalar_one()
    found = select(*ROW).select_from(FROM).where(and_(*wanted)).order_by(*_order(sort))
    rows = read.connection.execute(found.limit(size).offset((page - 1) * size)).all()
    return Page(_pieces(read, rows), total, page, size)


@query(SEE)
def pieces_of(read: Read, client_id: UUID, limit: int = 50) -> list[Piece]:
    """A client's pieces, the latest first, with those of files merged into theirs."""
    return list_pieces.run(read, client_id=client_id, size=limit, sort="-code").items


@query(SEE)
def find_pieces(read: Read, q: str, limit: int = 8) -> list[Piece]:
    """What these words find, for pickers and the palette."""
    return list_pieces.run(read, q=q, size=limit).items if q.strip() else []


def reach(read: Read) -> ColumnElement[bool]:
    """All pieces, or those of whoever asks: the lead artist's, and those they have a booking for."""
    if read.scope == "all":
        return true()
    if read.actor.id is None:
        return false()
    mine = select(ARTIST.id).where(ARTIST.user_id == read.actor.id)
    booked = select(BOOKING.subject_id).where(BOOKING.subject_kind == KIND, BOOKING.artist_id.in_(mine))
    return or_(PIECE.lead_artist_id.in_(mine), PIECE.id.in_(booked))


def number_of(code: str) -> int:
    """The number in a code; one that nothing has where it is none."""
    told = code.strip().upper().removeprefix("PC-")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else -1


def piece_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """What the journal calls pieces."""
    named = select(PIECE.id, PIECE.code).where(PIECE.id.in_(ids))
    return {row.id: row.code for row in connection.execute(named)}


def _pieces(read: Read, rows: Sequence[Any]) -> list[Piece]:
    ids, now = [row.id for row in rows], read.house.clock.now()
    sessions, designs = sessions_of(read.connection, ids, now), designs_of(read.connection, ids)
    return [piece_of(row, sessions.get(row.id, ()), designs.get(row.id, ()), now) for row in rows]


def _card(read: Read, which: ColumnElement[bool]) -> PieceCard:
    tables = FROM.outerjoin(SERVICE.id.table, SERVICE.id == PIECE.service_id)
    columns = (*ROW, *(PIECE[name] for name in BESIDE), SERVICE.name.label("service"),
               SERVICE.healing_days.label("usual_healing"))  # fmt: skip
    row = read.connection.execute(select(*columns).select_from(tables).where(which, reach(read))).first()
    if row is None:
        raise PieceIsUnknown
    now, settings = read.house.clock.now(), read.house.settings
    sessions = sessions_of(read.connection, [row.id], now).get(row.id, [])
    designs = designs_of(read.connection, [row.id]).get(row.id, [])
    days = healing_days(settings, row.healing_days, row.usual_healing)
    free, since = touch_ups(settings, row.touch_ups), touch_up_days(settings)
    return PieceCard(
        piece=piece_of(row, sessions, designs, now),
        **{name: getattr(row, name) for name in BESIDE},
        service=row.service or "",
        designs=tuple(designs),
        steps=steps_of(read.connection, row.id),
        sessions=tuple(sessions),
        reckoning=reckoned(stored_quote(row), sessions, row.currency, row.planned_sessions, row.planned_minutes),
        healing=healing_of(sessions, days),
        touch_up=touch_ups_of(sessions, free, row.touch_up_until, since),
        free_from=first_day(sessions, days, day_of(now, settings["studio.zone"])),
        next_states=() if row.archived_at else NEXT[row.state],
    )


def _in_state(state: str) -> ColumnElement[bool]:
    return PIECE.state.not_in(OVER) if state == "open" else PIECE.state == state


def _named(q: str) -> ColumnElement[bool]:
    """By its code, or by words of which each stands in the title, the style or the client's name."""
    shown = (PIECE.title_key, func.lower(PIECE.style), CLIENT.name_key)
    words = (or_(*(func.instr(column, word) > 0 for column in shown)) for word in fold(q).split())
    return or_(PIECE.number == number_of(q), and_(true(), *words))


def _order(sort: str) -> tuple[Any, ...]:
    key, backwards = sort.removeprefix("-"), sort.startswith("-")
    if key not in SORTS:
        raise SortIsUnknown("sort")
    return (SORTS[key].desc() if backwards else SORTS[key], PIECE.id)
