"""What pieces tell of a person is in their file, and gone after they were erased; what they cost stays."""

from __future__ import annotations

import pytest

from studio.clients.actions import merge_clients
from studio.clients.queries import card_by_id
from studio.documents.attachments.actions import attach, open_attachment
from studio.documents.attachments.refusals import FileIsMissing
from studio.documents.attachments.taking import made_ready
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from studio.privacy.actions import erase_person
from studio.privacy.gathering import gather
from studio.tattoo.actions import advance_piece, approve_design, check_spelling, confirm_letters, set_quote
from studio.tattoo.queries import design_picture, find_pieces, piece, pieces_of
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.pieces import SIGNED, designed, piece_for
from tests.factories.services import pounds


def test_the_file_has_it_and_erasing_takes_words_and_pictures_but_not_the_money(studio: House) -> None:
    owner = signed_in("owner")
    client = on_file(owner, "Zefirelda Quonkamby")
    one = piece_for(owner, client.id, title="Quonk", note="Quonk likes blue", places=["back.spine"], style="quonkwork")
    design = designed(owner, one.id, "Quonk 4ever")
    perform(owner, check_spelling, design.id, "Quonk 4ever")
    perform(owner, confirm_letters, design.id)
    perform(owner, approve_design, design.id, "on_screen", SIGNED, "Quonk smiled")
    perform(owner, set_quote, one.id, {"kind": "fixed", "least": pounds(90)})
    perform(owner, advance_piece, one.id, "dropped", "Quonk moved away")
    with studio.db.reading() as connection:
        told = {part.table: part.rows for part in gather(connection, [client.id])}
    assert (told["piece"][0]["title"], told["piece"][0]["places"]) == ("Quonk", ["back.spine"])
    assert told["piece_design"][0]["lettering"] == "Quonk 4ever"
    assert [row["note"] for row in told["piece_approval"]] == [None, None, "Quonk smiled"]
    assert [row["reason"] for row in told["piece_step"]] == [None, "Quonk moved away"]
    perform(owner, erase_person, client.id, client.code)
    seen = ask(owner, piece, one.id)
    assert "uonk" not in repr(seen)
    assert (seen.piece.places, seen.piece.quote.least, seen.piece.state) == ([], pounds(90), "dropped")
    assert [(said.kind, said.how, said.signed) for said in seen.designs[0].said][-1] == ("approved", "on_screen", False)
    assert ask(owner, find_pieces, "quonk") == []
    with pytest.raises(Missing):
        ask(owner, design_picture, design.id)


def test_references_are_in_the_file_and_go_with_their_client(studio: House) -> None:
    owner = signed_in("owner")
    client, other = on_file(owner, "Zefirelda Quonkamby"), on_file(owner, "Bo Lind")
    ready = made_ready(studio, "quonk.txt", b"Quonk wants it like this")
    mine, theirs = (
        perform(owner, attach, Subject("piece", piece_for(owner, who.id).id), ready) for who in (client, other)
    )
    with studio.db.reading() as connection:
        told = {part.table: part.rows for part in gather(connection, [client.id])}
    assert [row["name"] for row in told["attachment"]] == ["quonk.txt"]
    perform(owner, erase_person, client.id, client.code)
    with pytest.raises(FileIsMissing):
        perform(owner, open_attachment, mine.id)
    assert perform(owner, open_attachment, theirs.id).data
    for role in ("guest_artist", "viewer"):
        with pytest.raises(Denied):
            perform(signed_in(role), open_attachment, theirs.id)


def test_a_merged_file_brings_its_pieces_along(studio: House) -> None:
    owner = signed_in("owner")
    kept, other = on_file(owner, "Bo Lind").id, on_file(owner, "Bo Lindt").id
    mine, theirs = piece_for(owner, kept), piece_for(owner, other)
    versions = [ask(owner, card_by_id, who).version for who in (kept, other)]
    perform(owner, merge_clients, kept, other, {}, *versions)
    assert [one.id for one in ask(owner, pieces_of, kept)] == [theirs.id, mine.id]
