"""What really lies in the files of a studio, byte by byte, opened with its key."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from studio.kernel.house import House

PAGE, RESERVE = 4096, 80


def pages(studio: House) -> bytes:
    """Every page of database and log as it lies on the disk, taken out of its encryption one by one, slack and all."""
    data = studio.db.path.read_bytes()
    log = studio.db.path.with_name(f"{studio.db.path.name}-wal")
    frames = log.read_bytes()[32:] if log.exists() else b""
    raw = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    raw += [frames[at + 24 : at + 24 + PAGE] for at in range(0, len(frames), PAGE + 24)]
    return b"".join(opened(studio.key, page, first=page is raw[0]) for page in raw)


def opened(key: bytes, page: bytes, *, first: bool) -> bytes:
    """One page: AES-256 in CBC, its start vector in the reserve at the end; the first begins with the salt."""
    body, vector = page[16 * first : PAGE - RESERVE], page[PAGE - RESERVE : PAGE - RESERVE + 16]
    way = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return way.update(body) + way.finalize()


def found_in(raw: bytes, sought: list[str]) -> list[str]:
    return [word for word in sought if word.encode() in raw or word.encode().lower() in raw.lower()]


def on_disk(studio: House) -> bytes:
    """All else in the folder, in the open or not."""
    return b"".join(path.read_bytes() for path in sorted(studio.folder.path.rglob("*")) if path.is_file())
