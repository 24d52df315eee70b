"""The thinnest client there is: one kept connection, blocking, so that what is timed is the server."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

HOST = "127.0.0.1"


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Wire:
    """One HTTP/1.1 connection to this computer."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self._named = {"Host": f"{HOST}:{port}", **(headers or {})}
        self._socket = socket.create_connection((HOST, port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb", 262144)

    def get(self, path: str, **more: str) -> Reply:
        return self._call("GET", path, b"", more)

    def post(self, path: str, form: Mapping[str, str], **more: str) -> Reply:
        """A form, as a browser sends it."""
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self._named['Host']}"}
        return self._call("POST", path, urlencode(form).encode(), {**kind, **more})

    def close(self) -> None:
        self._file.close()
        self._socket.close()

    def _call(self, method: str, path: str, body: bytes, more: Mapping[str, str]) -> Reply:
        sized = {"Content-Length": str(len(body))} if method == "POST" else {}
        head = "".join(f"{name}: {value}\r\n" for name, value in {**self._named, **more, **sized}.items())
        self._socket.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
        status = int(self._file.readline().split()[1])
        headers = self._headers()
        return Reply(status, headers, self._body(headers))

    def _headers(self) -> dict[str, str]:
        found = {}
        while line := self._file.readline().strip():
            name, _, value = line.decode("latin-1").partition(":")
            found[name.lower()] = value.strip()
        return found

    def _body(self, headers: Mapping[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return bytes(self._file.read(int(headers.get("content-length", 0))))
        parts = []
        while size := int(self._file.readline(), 16):
            parts.append(self._file.read(size))
            self._file.readline()
        self._file.readline()
        return b"".join(parts)
