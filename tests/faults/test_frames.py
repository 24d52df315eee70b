"""Frames on an open line: for one's own pages alone, and whatever no page would send is passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

from tests.faults.running import PATIENCE
from tests.faults.threatened import TABLET, Threatened

pytestmark = pytest.mark.faults
BAD_JSON = ["42", "42[]", "42{}", '42["event",', "42[7]", "42[[]]", "42null", "451-[]", "x" * 5000, "9", "", "42é"]
BAD_EVENTS = ["{}", '"x"', "null", "7", '{"client_id":1,"id":[],"listener_id":{},"args":3}', '{"client_id":[]}']
ODD = [
    *BAD_JSON,
    "40",
    "41",
    '42["no such",{}]',
    '42["connect",{}]',
    '42["disconnect"]',
    '421["handshake",{"client_id":[]}]',
]
ODD += [f'42["{name}",{told}]' for name in ("event", "handshake", "ack", "javascript_response") for told in BAD_EVENTS]
ODD += ['42["log",{"client_id":"x","level":"error","message":"Quonk"}]', "43[]", '431["x"]']


@contextmanager
def line(risk: Threatened, role: str, client: str = "", *, port: int = 0) -> Iterator[ClientConnection]:
    """An open line of somebody, joined to the namespace."""
    port = port or risk.served.port
    use = "_tablet" if role == TABLET else ""
    cookie = {"cookie": f"linework{use}_{port}={risk.cookies[role]}"}
    query = f"&implicit_handshake=true&client_id={client}&tab_id=t&document_id=d&next_message_id=0" if client else ""
    address = f"ws://127.0.0.1:{port}/_nicegui_ws/socket.io/?EIO=4&transport=websocket{query}"
    with connect(address, origin=Origin(f"http://127.0.0.1:{port}"), additional_headers=cookie) as socket:
        assert str(socket.recv(timeout=PATIENCE)).startswith("0")
        socket.send("40")
        yield socket


def page_of(risk: Threatened, role: str) -> str:
    """The id of a page somebody has just opened."""
    with risk.browser(role) as visitor:
        found = re.search(r'client_id["\'\\:= ]+([0-9a-f-]{36})', visitor.get("/profile").text)
    assert found
    return found[1]


def handshake(socket: ClientConnection, client: str) -> str:
    """What is answered to somebody who says this page is theirs."""
    assert str(socket.recv(timeout=PATIENCE)).startswith("40")
    told = {"client_id": client, "tab_id": "t", "old_tab_id": None, "document_id": "d", "next_message_id": 0}
    socket.send(f"421{json.dumps(['handshake', told])}")
    while not (said := str(socket.recv(timeout=PATIENCE))).startswith("431"):
        pass
    return said.removeprefix("431")


def test_ones_own_page_is_joined(studio_at_risk: Threatened) -> None:
    with line(studio_at_risk, "owner") as socket:
        assert handshake(socket, page_of(studio_at_risk, "owner")) == "[true]"


@pytest.mark.parametrize("role", ["manager", "artist", "viewer", TABLET])
def test_nobody_joins_a_colleagues_page_whoever_told_them_its_name(studio_at_risk: Threatened, role: str) -> None:
    client = page_of(studio_at_risk, "owner")
    with line(studio_at_risk, role) as socket:
        assert handshake(socket, client) == "[false]"
    with line(studio_at_risk, role, client) as socket:
        assert str(socket.recv(timeout=PATIENCE)).startswith("44")


@pytest.mark.parametrize("frame", ODD)
def test_what_no_page_would_send_is_passed_over(studio_at_risk: Threatened, frame: str) -> None:
    """The server goes on, and says nothing about it: `studio_at_risk` looks at the end whether it complained."""
    with line(studio_at_risk, "viewer") as socket:
        socket.send(frame)
    with studio_at_risk.browser() as visitor:
        assert visitor.get("/healthz").status_code == 200


def test_none_of_it_left_a_trace_in_the_log(studio_at_risk: Threatened) -> None:
    log = (studio_at_risk.served.data / "logs" / "linework.log").read_text("utf-8")
    assert "Traceback" not in log
    assert "Quonk" not in log
