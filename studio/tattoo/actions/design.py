"""The design: versions with their lettering, checked, confirmed, approved, and what ends an approval."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select

from studio.extension.incoming import Safe
from studio.kernel.work import Work, action
from studio.schedule.rules import cleaning as by
from studio.tattoo import facts, refusals, words
from studio.tattoo.drawing import DESIGN, designs_of
from studio.tattoo.filing import EDIT, present
from studio.tattoo.models import PieceApproval, PieceDesign
from studio.tattoo.rules.details import NOTE, clean_lettering, clean_reason
from studio.tattoo.views import Design

APPROVE = "tattoo.design.approve"
PNG = b"\x89PNG"


@action("tattoo.design.add", needs=EDIT)
def add_design(work: Work, piece_id: UUID, picture: Safe, lettering: str = "", note: str = "") -> PieceDesign:
    """A new version: its picture, made safe before, and its lettering as it will stand on the skin. What was approved
    before is approved no longer."""
    piece = present(work, piece_id, EDIT)
    if not picture.small:
        raise refusals.PictureIsUnclear("picture")
    known = designs_of(work.connection, [piece.id]).get(piece.id, [])
    last = select(func.coalesce(func.max(DESIGN.no), 0)).where(DESIGN.piece_id == piece.id)
    row = PieceDesign(
        piece_id=piece.id,
        no=int(work.connection.execute(last).scalar_one()) + 1,
        file_id=work.house.files.put(picture.data),
        small_id=work.house.files.put(picture.small),
        sha256=sha256(picture.data).hexdigest(),
        lettering=clean_lettering(lettering) or None,
        note=by.text(NOTE, lines=True)(note) or None,
        by_id=work.actor.id,
        by_name=work.actor.name,
        at=work.now,
    )
    work.add(row)
    work.emit(facts.DesignAdded(piece.id, row.id))
    for old in known:
        if old.approved:
            _say(work, piece.id, old.id, "voided")
    return row


@action("tattoo.design.spell", needs=EDIT)
def check_spelling(work: Work, design_id: UUID, typed: str) -> PieceApproval:
    """Somebody typed the lettering out anew, and it is the same, letter by letter."""
    piece_id, design = _latest(work, design_id, EDIT)
    if not design.lettering:
        raise refusals.NothingIsLettered
    if clean_lettering(typed) != design.lettering:
        raise refusals.LetteringDiffers("typed", stands=design.lettering)
    return _say(work, piece_id, design.id, "spelling", lettering=design.lettering)


@action("tattoo.design.confirm", needs=APPROVE)
def confirm_letters(work: Work, design_id: UUID) -> PieceApproval:
    """The client went through the lettering letter by letter. Its spelling was checked before."""
    piece_id, design = _latest(work, design_id, APPROVE)
    if not design.lettering:
        raise refusals.NothingIsLettered
    if design.wants_spelling:
        raise refusals.SpellingIsUnchecked(lettering=design.lettering)
    return _say(work, piece_id, design.id, "letters", lettering=design.lettering)


@action(APPROVE)
def approve_design(
    work: Work, design_id: UUID, how: str, signature: bytes | None = None, note: str = ""
) -> PieceApproval:
    """The client said yes to the latest version: on screen with a signature, at the desk, or by message. Lettering has
    to be checked and confirmed before."""
    piece_id, design = _latest(work, design_id, APPROVE)
    by.choice(words.APPROVED)(how)
    if design.approved:
        raise refusals.IsApprovedAlready(no=design.no)
    if design.wants_spelling:
        raise refusals.SpellingIsUnchecked(lettering=design.lettering)
    if design.wants_letters:
        raise refusals.LettersAreUnconfirmed(lettering=design.lettering)
    if how == "on_screen" and not signature:
        raise refusals.SignatureIsNeeded("signature")
    if signature and not signature.startswith(PNG):
        raise refusals.SignatureIsUnclear("signature")
    kept = work.house.files.put(signature) if signature else None
    noted = by.text(NOTE, lines=True)(note)
    return _say(work, piece_id, design.id, "approved", how=how, signature=kept, note=noted)


@action("tattoo.design.void", needs=APPROVE)
def void_approval(work: Work, design_id: UUID, reason: str) -> PieceApproval:
    """The client, or the artist, changed their mind: it stands in the history why."""
    piece_id, design = _latest(work, design_id, APPROVE)
    if not design.approved:
        raise refusals.IsNotApproved(no=design.no)
    return _say(work, piece_id, design.id, "voided", note=clean_reason(reason, needed=True))


def _latest(work: Work, design_id: UUID, right: str) -> tuple[UUID, Design]:
    """The version, if it is the latest of a piece that goes on."""
    piece_id = work.connection.execute(select(DESIGN.piece_id).where(DESIGN.id == design_id)).scalar()
    if piece_id is None:
        raise refusals.DesignIsUnknown
    present(work, piece_id, right)
    designs = designs_of(work.connection, [piece_id])[piece_id]
    if designs[0].id != design_id:
        raise refusals.DesignIsOld(no=designs[0].no)
    return piece_id, designs[0]


def _say(
    work: Work,
    piece_id: UUID,
    design_id: UUID,
    kind: str,
    *,
    how: str = "",
    lettering: str | None = None,
    signature: str | None = None,
    note: str = "",
) -> PieceApproval:
    said = PieceApproval(
        piece_id=piece_id, design_id=design_id, kind=kind, how=how, lettering=lettering, signature=signature,
        note=note or None, by_id=work.actor.id, by_name=work.actor.name, at=work.now,
    )  # fmt: skip
    work.add(said)
    work.emit(facts.DesignSaid(piece_id, design_id, kind))
    return said
