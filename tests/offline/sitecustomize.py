"""Loaded by every Python process the tests start: nothing may leave this machine, and whoever tries is named.

Processes started by a test append to the file named in LINEWORK_TESTS_LEFT, which the suite reads at its end.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
import traceback
from collections.abc import Iterable
from typing import Any

REPORT = "LINEWORK_TESTS_LEFT"
LEFT: list[str] = []
HOME_NAMES = {"", "localhost", "localhost.localdomain", socket.gethostname().lower()}
sys.modules.setdefault("uvloop", None)  # type: ignore[arg-type]  # its sockets are invisible from here


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: raises before anything is sent."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        made, address = arguments[0], arguments[1]
        asks_only = event == "socket.connect" and made.type & socket.SOCK_DGRAM == socket.SOCK_DGRAM
        if not asks_only and not stays_here(made, address):
            refuse(event, address)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and not is_home_name(arguments[0]):
        refuse(event, arguments[0])


def stays_here(made: Any, address: Any) -> bool:
    """Whether the address is this machine's own."""
    if made.family not in {socket.AF_INET, socket.AF_INET6} or not isinstance(address, tuple):
        return True
    return is_home_name(address[0]) or (is_address(address[0]) and str(address[0]) in own_addresses())


def is_home_name(name: Any) -> bool:
    """Whether looking this up, or going there, needs no network."""
    text = name.decode("latin-1") if isinstance(name, bytes) else str(name or "")
    if is_address(text):
        there = ipaddress.ip_address(text)
        return there.is_loopback or there.is_unspecified or text in own_addresses()
    return text.lower() in HOME_NAMES


def is_address(text: Any) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def own_addresses() -> set[str]:
    """This machine's addresses on any network."""
    try:
        import ifaddr
    except ImportError:
        return set()
    return {str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips}


def refuse(event: str, where: Any) -> None:
    """Name the caller, then refuse."""
    said = f"{event} to {where!r} by {caller(traceback.extract_stack()[:-2])}"
    LEFT.append(said)
    if os.environ.get(REPORT):
        with open(os.environ[REPORT], "a", encoding="utf-8") as report:  # noqa: PTH123  pathlib may not be loaded yet
            report.write(f"{said}\n")
    raise ConnectionRefusedError(f"tests stay on this machine: {said}")


def caller(stack: Iterable[traceback.FrameSummary]) -> str:
    """The innermost places, outside in."""
    return " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in list(stack)[-6:])


sys.addaudithook(watch)
