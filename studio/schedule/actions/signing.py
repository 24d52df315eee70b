"""The signature an artist keeps on file for reports: drawn by nobody else, as strokes, encrypted."""

from __future__ import annotations

import json
from uuid import UUID

from studio.extension.stored import let_go
from studio.extension.strokes import SIGNATURE, clean_pad
from studio.kernel.refusal import Denied
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.actions.artist import present_artist
from studio.schedule.models import Artist

KEEP = "schedule.signature.keep"


@action(KEEP)
def keep_signature(work: Work, artist_id: UUID, strokes: object) -> Artist:
    """Keep what an artist drew on the pad, in place of what was there; nothing takes it off the file.

    Only whoever signs in as this artist draws it. Consents are signed anew each time and never with this.
    """
    artist = present_artist(work, artist_id)
    theirs = artist.user_id is not None and artist.user_id == work.actor.id
    if work.permit(KEEP) == "own" and not theirs:
        raise Denied
    if strokes is not None and not theirs:
        raise refusals.SignatureIsTheirs("signature", name=artist.name)
    old, artist.signature = artist.signature, None
    if strokes is not None:
        clean = clean_pad(strokes, SIGNATURE)
        artist.signature = work.house.files.put(json.dumps(clean, separators=(",", ":")).encode())
    let_go(work, [old])
    work.emit(facts.ArtistChanged(artist.id, ("signature",)))
    return artist
