"""Sells until it is killed, and says of each sale that it is safe. Run as a module, it forks such sellers, then kills.

One line in: first number, milliseconds to live. One line out: the numbers acknowledged. It never opens the database
itself, so each seller starts from imported code and nothing else.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from storage.engine import Database
from storage.search import put
from tests.storage.tables import Line, Sale


def sell(path: Path, key: bytes, first: int, out: int) -> None:
    db = Database(path, key)
    number = first
    while True:
        with db.writing() as session:
            sale = Sale(number=number)
            session.add(sale)
            session.flush()
            session.add(Line(sale_id=sale.id))
            put(session.connection(), "sale", sale.id, code=str(number), title=sale.buyer)
        os.write(out, f"{number} ".encode())
        number += 1
        if number % 40 == 0:
            db.checkpoint()


def run_and_kill(path: Path, key: bytes, first: int, milliseconds: float) -> str:
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        sell(path, key, first, told)
    os.close(told)
    numbers = os.read(heard, 65536)  # it lives: from the first sale on it may die at any instant
    time.sleep(milliseconds / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(heard, 65536):
        numbers += more
    os.close(heard)
    return numbers.decode()


if __name__ == "__main__":
    for line in sys.stdin:
        number, alive = line.split()
        print(run_and_kill(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(number), float(alive)), flush=True)
