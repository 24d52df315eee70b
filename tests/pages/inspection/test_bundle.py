"""The bundle and the one-file tool that verifies it: whole as it was made, and no change goes unseen."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest

from pages.inspection.bundle import SUM, expected, streamed
from studio.clients.questions import QUESTIONS
from studio.consent.drawer import drawer
from studio.inspection.actions import ask_bundle, begin_bundle
from studio.inspection.queries import bundles
from studio.inspection.refusals import HealthStaysHere
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import change_rights
from tests.factories import consents
from tests.factories.people import signed_in

TOOL = Path(__file__).parents[3] / "docs" / "verify_bundle.py"
CHANGES = 1000
LATEX = {"allergies": {"answer": "yes", "choices": ["latex"], "detail": "S3CRET"}}


def tool() -> Any:
    spec = importlib.util.spec_from_file_location("verify_bundle", TOOL)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def taken(house: House, actor: Actor, *, in_full: bool, told: Callable[[int], object] = lambda _: None) -> bytes:
    """A bundle of today, every byte of it."""
    day = house.clock.today(house.settings["studio.zone"])
    order = perform(actor, begin_bundle, perform(actor, ask_bundle, day, day, in_full=in_full).id)
    return b"".join(streamed(house, actor, order, told))


def three_consents() -> None:
    """One with an answer that must not get out, one with a name no spreadsheet may run."""
    answers = {question.key: "no" for question in QUESTIONS} | LATEX
    for name, given in (("Ana Pereira", {"health": answers}), ("Bo Li", {}), ("=cmd()", {})):
        consents.packet(consents.adult(name), **given)
    drawer.settle()


def members(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(told: dict[str, bytes]) -> bytes:
    """An archive with a right sum, as a forger would make one."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in told.items():
            archive.writestr(name, data)
        archive.comment = b"0" * SUM
    before = out.getvalue()[:-SUM]
    return before + hashlib.sha256(before).hexdigest().encode()


def test_a_bundle_holds_all_of_a_period_and_verifies_far_from_here(studio: House, tmp_path: Path) -> None:
    three_consents()
    owner, heard = signed_in("owner"), list[int]()
    made = taken(studio, owner, in_full=True, told=heard.append)
    assert heard == list(range(1, len(heard) + 1)), "how far it is can be told all the while"
    told = members(made)
    for code in ("CS-0001", "CS-0002", "CS-0003"):
        assert told[f"consents/{code}.pdf"].startswith(b"%PDF")
        assert told[f"consents/{code}.json"]
    assert b"Talked" in told["warnings.csv"]
    assert b"Ana Pereira" in told["consents.csv"]
    assert b"'=cmd()" in told["consents.csv"], "no spreadsheet is tricked"
    (kept,) = ask(owner, bundles)
    assert kept.manifest == hashlib.sha256(told["manifest.json"]).hexdigest()
    assert kept.finished_at
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(made)
    elsewhere = Path(shutil.copy(TOOL, tmp_path / "verify_bundle.py"))
    plain = [sys.executable, "-I", "-S", str(elsewhere), str(bundle)]  # -S: nothing that was installed
    for words, gives in (((), 0), (("--key", kept.key.upper()), 0), (("--key", "00" * 32), 1)):
        ran = subprocess.run([*plain, *words], capture_output=True, text=True, check=False, cwd=tmp_path)
        assert ran.returncode == gives, ran.stdout + ran.stderr
    bundle.write_bytes(b"no bundle at all")
    assert subprocess.run(plain, capture_output=True, check=False).returncode == 2


def test_what_came_after_it_was_asked_for_is_not_in_it(studio: House, tmp_path: Path) -> None:
    consents.packet()
    owner, day = signed_in("owner"), studio.clock.today(studio.settings["studio.zone"])
    order = perform(owner, begin_bundle, perform(owner, ask_bundle, day, day).id)
    consents.packet(consents.adult("Bo Li"))
    (bundle := tmp_path / "bundle.zip").write_bytes(made := b"".join(streamed(studio, owner, order)))
    assert [name for name in members(made) if name.endswith(".json") and "CS-" in name] == ["consents/CS-0001.json"]
    assert tool().main([str(bundle)]) == 0


def test_whoever_loses_the_right_gets_no_more_of_the_papers_in_full(studio: House) -> None:
    three_consents()
    manager, day = signed_in("manager"), studio.clock.today(studio.settings["studio.zone"])
    order = perform(manager, begin_bundle, perform(manager, ask_bundle, day, day, in_full=True).id)
    pieces = streamed(studio, manager, order)
    assert next(pieces)
    perform(signed_in("owner"), change_rights, "manager", {"consent.packet.see": None})
    with pytest.raises(HealthStaysHere):
        list(pieces)


def test_health_answers_stay_here_unless_they_are_asked_for(studio: House) -> None:
    three_consents()
    made = taken(studio, signed_in("owner"), in_full=False)
    told = members(made)
    assert not [name for name in told if name.endswith(".pdf")]
    assert not [name for name, data in told.items() if b"S3CRET" in data or b"strokes" in data]
    assert json.loads(told["consents/CS-0001.json"])["body"] == "left_out"
    manager = taken(studio, signed_in("manager"), in_full=True)
    assert b"S3CRET" in members(manager)["consents/CS-0001.json"]


def test_a_thousand_single_changes_are_all_detected(studio: House, tmp_path: Path) -> None:
    consents.packet()
    drawer.settle()
    bundle, verify, random = tmp_path / "bundle.zip", tool(), Random(5)
    made = taken(studio, signed_in("owner"), in_full=True)
    bundle.write_bytes(made)
    verify.verify(bundle)
    told, unseen = members(made), []
    names = sorted(told)
    for number in range(CHANGES):
        if number % 4:  # one byte of the file
            at = random.randrange(len(made))
            changed = bytearray(made)
            changed[at] ^= 1 << random.randrange(8)
            what, forged = f"byte {at}", bytes(changed)
        else:  # one byte of a file in it, and the sum of the archive made to fit
            name = random.choice(names)
            at = random.randrange(len(told[name]))
            inside = bytearray(told[name])
            inside[at] ^= 1 << random.randrange(8)
            what, forged = f"{name} at {at}", packed({**told, name: bytes(inside)})
        bundle.write_bytes(forged)
        try:
            verify.verify(bundle)
        except verify.Broken:
            continue
        unseen.append(what)
    assert unseen == []


def test_files_are_neither_taken_out_nor_put_in_nor_swapped(studio: House, tmp_path: Path) -> None:
    three_consents()
    whole, verify, bundle = members(taken(studio, signed_in("owner"), in_full=False)), tool(), tmp_path / "bundle.zip"
    one, other = "consents/CS-0001.json", "consents/CS-0002.json"
    without = {name: data for name, data in whole.items() if name != one}
    for forged in (
        without,
        {**whole, "consents/CS-0009.json": whole[one]},
        {**without, "consents/CS-0001b.json": whole[one]},
        {**whole, one: whole[other], other: whole[one]},
    ):
        bundle.write_bytes(packed(forged))
        with pytest.raises(verify.Broken) as found:
            verify.verify(bundle)
        assert found.value.member.startswith("consents/CS-000")


def test_what_was_signed_fits_its_digest_even_where_the_whole_list_is_forged(studio: House) -> None:
    """Whoever could sign lists anew would still have to make every digest anew, and the chain after it."""
    three_consents()
    verify = tool()
    told = members(taken(studio, signed_in("owner"), in_full=True))
    records = {number: json.loads(told[f"consents/CS-000{number}.json"]) for number in (1, 2, 3)}
    one = records[1]
    verify.check_digests("it", one["packet"], one["part"])
    one["part"]["body"]["client"]["name"] = "Somebody else"
    with pytest.raises(verify.Broken):
        verify.check_digests("it", one["packet"], one["part"])
    links = {number: (str(number), record["packet"]) for number, record in records.items()}
    verify.check_chain(links, {})
    records[2]["packet"]["digest"] = "0" * 64
    with pytest.raises(verify.Broken) as found:
        verify.check_chain(links, {})
    assert found.value.member == "3"


def test_the_tool_spells_values_as_the_product_does() -> None:
    import rfc8785

    verify = tool()
    hard = [
        0.1,
        -0.0,
        1e21,
        1.5e-7,
        123456.789,
        1e20,
        5e-324,
        1.7976931348623157e308,
        2.0,
        10,
        'é\u2028\x01"\\/',
        "\ud7ff😀",
    ]
    random = Random(3)
    hard += [random.uniform(-1e4, 1e4) * 10.0 ** random.randint(-30, 30) for _ in range(500)]
    told: Any = {"z": hard, "é": None, "😀": True, "\ufb33": {"b": [], "a": {}}}
    assert verify.canonical(told).encode() == rfc8785.dumps(told)


def test_how_many_there_will_be_is_known_before(studio: House) -> None:
    three_consents()
    owner, day = signed_in("owner"), studio.clock.today(studio.settings["studio.zone"])
    order = perform(owner, begin_bundle, perform(owner, ask_bundle, day, day).id)
    heard: list[int] = []
    total = expected(owner, order)
    b"".join(streamed(studio, owner, order, heard.append))
    assert heard[-1] == total
