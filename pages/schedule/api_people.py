"""The API of artists and stations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from fastapi import APIRouter, Query, Response

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from pages.schedule.api_people_bodies import (
    ArtistChange,
    NewAbsence,
    NewArtist,
    NewCertificate,
    NewStation,
    StationChange,
)
from studio.kernel.actor import Actor
from studio.kernel.work import Query as Question
from studio.kernel.work import Read, Work, ask, perform
from studio.schedule import actions, queries
from studio.schedule.refusals import ArtistIsUnknown, StationIsUnknown
from studio.schedule.views import Artist, Station

artists = APIRouter(prefix="/artists", tags=["artists"])
stations = APIRouter(prefix="/stations", tags=["stations"])
View = TypeVar("View", Artist, Station)
Found = Annotated[str, Query(max_length=200, description="Any fragment of name, code or style.")]
Sort = Annotated[str, Query(max_length=20, description="position, name, code, changed; -name backwards.")]
State = Annotated[Literal["", "active", "paused", "archived"], Query(description="Empty: all but archived.")]
FAR = date(2100, 1, 1)


@artists.get("")
def get_artists(
    actor: ApiActor,
    q: Found = "",
    page: PageNumber = 1,
    size: PageSize = 50,
    sort: Sort = "position",
    state: State = "",
) -> Response:
    """Who holds the needle, a page at a time."""
    found = ask(actor, queries.list_artists, q=q, page=page, size=size, sort=sort, state=state)
    return collection(map(shown, found.items), found.total, found.page, found.size)


@artists.post("", status_code=201)
def post_artist(made: NewArtist, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take an artist in."""
    return post(actor, key, actions.add_artist, (made.details(),), _as_it_stands(queries.artist))


@artists.get("/{artist}")
def get_artist(artist: str, actor: ApiActor) -> Response:
    """One artist, by id or code."""
    return as_json(shown(artist_of(actor, artist)))


@artists.patch("/{artist}")
def patch_artist(artist: str, change: ArtistChange, actor: ApiActor) -> Response:
    """Change what is named."""
    known = artist_of(actor, artist)
    perform(actor, actions.edit_artist, known.id, change.details(), change.version)
    return as_json(shown(ask(actor, queries.artist, known.id)))


@artists.delete("/{artist}")
def delete_artist(artist: str, actor: ApiActor) -> Response:
    """Archive: what they did stays. 409 while they have bookings ahead."""
    known = artist_of(actor, artist)
    perform(actor, actions.archive_artist, known.id)
    return as_json(shown(ask(actor, queries.artist, known.id)))


@artists.post("/{artist}/restore")
def restore_artist(artist: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Bring an archived artist back."""
    known = artist_of(actor, artist)
    return post(actor, key, actions.restore_artist, (known.id,), _as_it_stands(queries.artist), status=200)


@artists.get("/{artist}/absences")
def get_absences(
    artist: str,
    actor: ApiActor,
    since: date | None = None,
    until: date | None = None,
    page: PageNumber = 1,
    size: PageSize = 50,
) -> Response:
    """Days away, and days with other hours than usual."""
    known = artist_of(actor, artist)
    found = ask(actor, queries.absences, since or date.min, until or FAR, known.id)
    return collection(map(asdict, found[(page - 1) * size : page * size]), len(found), page, size)


@artists.post("/{artist}/absences", status_code=201)
def post_absence(artist: str, made: NewAbsence, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Note days away, or other hours."""
    known = artist_of(actor, artist)
    return post(actor, key, actions.add_absence, (known.id, made.details()), _columns)


@artists.delete("/{artist}/absences/{absence_id}", status_code=204)
def delete_absence(artist: str, absence_id: UUID, actor: ApiActor) -> Response:
    """They are there after all."""
    perform(actor, actions.remove_absence, absence_id, artist_of(actor, artist).id)
    return Response(status_code=204)


@artists.get("/{artist}/certificates")
def get_certificates(artist: str, actor: ApiActor, ended: bool = False) -> Response:
    """What they hold, what ends soonest first."""
    known = artist_of(actor, artist)
    found = [_certificate(asdict(one)) for one in ask(actor, queries.certificates, known.id, ended=ended)]
    return collection(found, len(found), 1, max(1, len(found)))


@artists.post("/{artist}/certificates", status_code=201)
def post_certificate(artist: str, made: NewCertificate, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Enter a certificate."""
    known = artist_of(actor, artist)
    return post(actor, key, actions.add_certificate, (known.id, made.details()), _columns)


@stations.get("")
def get_stations(
    actor: ApiActor,
    q: Found = "",
    page: PageNumber = 1,
    size: PageSize = 50,
    sort: Sort = "position",
    state: State = "",
) -> Response:
    """Places to work at, a page at a time."""
    found = ask(actor, queries.list_stations, q=q, page=page, size=size, sort=sort, state=state)
    return collection(map(asdict, found.items), found.total, found.page, found.size)


@stations.post("", status_code=201)
def post_station(made: NewStation, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Set a station up."""
    return post(actor, key, actions.add_station, (made.details(),), _as_it_stands(queries.station))


@stations.get("/{station}")
def get_station(station: str, actor: ApiActor) -> Response:
    """One station, by id or code."""
    return as_json(asdict(station_of(actor, station)))


@stations.patch("/{station}")
def patch_station(station: str, change: StationChange, actor: ApiActor) -> Response:
    """Change what is named."""
    known = station_of(actor, station)
    perform(actor, actions.edit_station, known.id, change.details(), change.version)
    return as_json(asdict(ask(actor, queries.station, known.id)))


@stations.delete("/{station}")
def delete_station(station: str, actor: ApiActor) -> Response:
    """Archive: what happened there stays. 409 while there are bookings ahead."""
    known = station_of(actor, station)
    perform(actor, actions.archive_station, known.id)
    return as_json(asdict(ask(actor, queries.station, known.id)))


@stations.post("/{station}/restore")
def restore_station(station: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Bring an archived station back."""
    known = station_of(actor, station)
    return post(actor, key, actions.restore_station, (known.id,), _as_it_stands(queries.station), status=200)


def artist_of(actor: Actor, known: str) -> Artist:
    """By id or code; anything else is as unknown as a wrong one."""
    if len(known) > 40:
        raise ArtistIsUnknown
    try:
        return ask(actor, queries.artist, UUID(known))
    except ValueError:
        return ask(actor, queries.artist_by_code, known)


def station_of(actor: Actor, known: str) -> Station:
    """By id or code; anything else is as unknown as a wrong one."""
    if len(known) > 40:
        raise StationIsUnknown
    try:
        return ask(actor, queries.station, UUID(known))
    except ValueError:
        return ask(actor, queries.station_by_code, known)


def shown(one: Artist) -> dict[str, Any]:
    """An artist as programs see them."""
    told = asdict(one)
    return {**told, "signature": bool(told["signature"])}


def _as_it_stands(question: Question[[UUID], View]) -> Callable[[Work, Any], dict[str, Any]]:
    """The row as this very act leaves it."""

    def told(work: Work, row: Any) -> dict[str, Any]:
        work.session.flush()
        view = question(Read(work.connection, work.actor, work.house, "all"), row.id)
        return _shown(view)

    return told


def _shown(view: Artist | Station) -> dict[str, Any]:
    return shown(view) if isinstance(view, Artist) else asdict(view)


def _columns(work: Work, row: Any) -> dict[str, Any]:
    work.session.flush()
    return _certificate(row.model_dump())


def _certificate(told: dict[str, Any]) -> dict[str, Any]:
    """Files have no address here yet: only that there is one."""
    return {**told, "file": bool(told["file"])} if "file" in told else told
