"""The API of private addresses for calendar apps."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Response

from pages.api import ApiActor
from pages.paging import as_json
from pages.schedule.api_bodies import Told
from pages.schedule.api_people import artist_of
from studio.kernel.work import ask, perform
from studio.schedule.actions import end_feed, make_feed
from studio.schedule.queries import address_of
from studio.schedule.refusals import FeedIsDead
from studio.upkeep.lan import phone_url

router = APIRouter(prefix="/artists", tags=["artists"])


class Shows(Told):
    """What apps are to see."""

    with_names: bool = True


@router.get("/{artist}/feed")
def get_feed(artist: str, actor: ApiActor) -> Response:
    """That there is an address, since when and by whom; what it is was told once. 404 where there is none."""
    known = ask(actor, address_of, artist_of(actor, artist).id)
    if known is None:
        raise FeedIsDead
    return as_json(asdict(known))


@router.post("/{artist}/feed", status_code=201)
def post_feed(artist: str, shows: Shows, actor: ApiActor) -> Response:
    """A new address, told this once; the one before stops working. It is kept nowhere, so no key repeats the answer."""
    token = perform(actor, make_feed, artist_of(actor, artist).id, with_names=shows.with_names)
    return as_json({"address": phone_url(f"/feed/{token}.ics")}, 201)


@router.delete("/{artist}/feed", status_code=204)
def delete_feed(artist: str, actor: ApiActor) -> Response:
    """Apps get nothing any more."""
    perform(actor, end_feed, artist_of(actor, artist).id)
    return Response(status_code=204)
