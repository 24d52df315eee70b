"""Linework: the composition root and the command line, nothing else."""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pages.console.wording import address, days, expected, port, there
from pages.version import VERSION

if TYPE_CHECKING:
    from pages.server.serving import Companion
    from studio.extension.registry import Registry
    from studio.kernel.house import House

DONE, WANTING, WRONG_USE = 0, 1, 2
DESK_PORT = 8080


ROOMS = ("staff", "clients", "catalog", "upkeep", "messages", "documents", "jurisdiction", "privacy",
         "photos", "inspection", "schedule", "tattoo", "consent")  # fmt: skip
SCREENS = ("home", "clients", "catalog", "consent", "documents", "inspection", "jurisdiction", "messages",
           "photos", "privacy", "schedule", "staff", "tattoo", "upkeep")  # fmt: skip


def rooms(*, screens: bool = True) -> Registry:
    """All rooms, handed to the registry the way plugins will be. Screens only where something is shown."""
    from studio.extension.registry import Registry

    registry = Registry(tuple(import_module(f"studio.{room}.area").AREA for room in ROOMS))
    for room in SCREENS if screens else ():
        registry.add_screens(import_module(f"pages.{room}").SCREENS)
    return registry


def open_at(folder: Path, registry: Registry) -> House:
    """The studio in this folder, its log started."""
    from studio.extension.opening import open_studio
    from studio.kernel.log import start_log

    start_log(folder / "logs")
    return open_studio(folder, registry)


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────


def window(told: argparse.Namespace) -> int:
    """Show the desk in its own window, or what already runs."""
    from storage.errors import FolderInUse

    def companion(house: House) -> Companion:
        from pages.server.window import Window, browser, window_works

        return Window(house) if window_works() else browser

    try:
        return _serve(told, companion)
    except FolderInUse:
        from pages.server.window import show_running

        return show_running(told.data)


def serve(told: argparse.Namespace) -> int:
    """Serve without a window."""

    def companion(_: House) -> Companion:
        from pages.server.window import nobody

        return nobody

    return _serve(told, companion)


def demo(told: argparse.Namespace) -> int:
    """Fill an empty folder."""
    from pages.console.closing import closed_well
    from pages.console.demo import fill
    from storage.folder import DataFolder

    registry = rooms(screens=False)
    with DataFolder(told.data).ensure().lock(), closed_well(open_at(told.data, registry)) as house:
        print("\n".join(fill(house, registry, clients=told.clients, years=told.years, seed=told.seed)))
    return DONE


def user_add(told: argparse.Namespace) -> int:
    """Give somebody an account."""
    from pages.console.closing import closed_well
    from pages.console.people import add

    with closed_well(open_at(told.data, rooms(screens=False))):
        add(told.email, told.name, told.role)
    return DONE


def token(told: argparse.Namespace) -> int:
    """Print an API token."""
    from pages.console.closing import closed_well
    from pages.console.people import token as issue

    there(told.data)
    with closed_well(open_at(told.data, rooms(screens=False))):
        issue(told.email, told.days)
    return DONE


def check(told: argparse.Namespace) -> int:
    """Look at every byte."""
    from pages.console.check import check as look

    there(told.data)
    return look(open_at(told.data, rooms(screens=False)))


def openapi(told: argparse.Namespace) -> int:
    """Print the API description."""
    import json

    from pages.plain import api_app

    print(json.dumps(api_app(rooms()).openapi(), indent=1))
    return DONE


def _serve(told: argparse.Namespace, companion: Callable[[House], Companion]) -> int:
    from pages.recovery.entering import entered

    def enter() -> tuple[House, Registry]:
        return open_at(told.data, registry := rooms()), registry

    gc.disable()  # start-up only makes what stays; serving switches it on again
    with entered(told, enter, _tell) as inside:
        if inside is not None:
            from pages.server import serving
            from studio.consent.drawer import drawer
            from studio.kernel.house import close_house
            from studio.upkeep.lan import overrides

            overrides.enabled, overrides.port, overrides.tls_port = told.lan, told.lan_port, told.lan_tls_port
            try:
                desk = serving.Desk(told.port, told.behind_proxy or "")
                serving.serve(*inside, desk, companion(inside[0]), _tell_ready)
            finally:
                drawer.stop()
                close_house()
                gc.freeze()  # the program ends here: nothing is worth collecting one by one
    return DONE


def _tell_ready(url: str) -> None:
    print(f"Linework is ready on {url}", flush=True)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


# ── the command line ─────────────────────────────────────────────────────────────────────────────────────────────


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    made = argparse.ArgumentParser(prog="run.py", description="Linework runs a tattoo studio from one computer.")
    made.add_argument("--version", action="version", version=f"Linework {VERSION}")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=None, metavar="DIR", help="the studio's data folder")
    serving = _serving()
    commands = made.add_subparsers(dest="command", metavar="COMMAND")

    def add(
        name: str, does: object, *parents: argparse.ArgumentParser, to: object = commands
    ) -> argparse.ArgumentParser:
        sub = to.add_parser(name, help=does.__doc__, parents=[common, *parents])  # type: ignore[attr-defined]  # a subparsers object has no public type
        sub.set_defaults(does=does)
        return sub  # type: ignore[no-any-return]  # as above

    add("window", window, serving).set_defaults(behind_proxy=None)
    add("serve", serve, serving).add_argument(
        "--behind-proxy",
        type=address,
        default=None,
        metavar="ADDRESS",
        help="on a server: believe this proxy, and no other, who is asking",
    )
    filling = add("demo", demo)
    filling.add_argument("--clients", type=int, default=120)
    filling.add_argument("--years", type=int, default=2)
    filling.add_argument("--seed", type=int, default=7)
    people = commands.add_parser("user", help="Accounts.").add_subparsers(dest="act", required=True)
    adding = add("add", user_add, to=people)
    adding.add_argument("email")
    adding.add_argument("--name", required=True)
    adding.add_argument("--role", required=True, choices=("owner", "manager", "artist", "reception"))
    issuing = add("token", token)
    issuing.add_argument("email")
    issuing.add_argument("--days", type=days, default=30)
    add("check", check)
    add("openapi", openapi)
    return made


def _serving() -> argparse.ArgumentParser:
    made, either = argparse.ArgumentParser(add_help=False), argparse.BooleanOptionalAction
    made.add_argument("--port", type=port, default=DESK_PORT, help="port of the desk, on this computer only")
    made.add_argument("--lan", action=either, default=None, help="let phones in, or not, this time")
    made.add_argument("--lan-port", type=port, default=None, help="port phones use")
    made.add_argument("--lan-tls-port", type=port, default=None, help="encrypted port for tablets and staff")
    return made


def main(words: Sequence[str]) -> int:
    """Run one command; gives its exit code."""
    if words[:1] == ["--probe-gui"] or words[:1] == ["--window"]:
        from pages.server.window_child import main as in_the_window

        return in_the_window(words)
    from storage.folder import usual_folder

    bare = not words or (words[0].startswith("--") and words[0] not in ("--help", "--version"))
    told = parser().parse_args(["window", *words] if bare else words)
    os.umask(0o077)
    told.data = (told.data or usual_folder()).expanduser().resolve()
    os.environ["NICEGUI_STORAGE_PATH"] = str(told.data / "screens")
    try:
        return int(told.does(told))
    except KeyboardInterrupt:
        return DONE
    except Exception as error:
        said = expected(error)
        if said is None:
            raise
        _tell(said[1])
        return said[0]


if __name__ in {"__main__", "__mp_main__"}:
    multiprocessing.freeze_support()
    if __name__ == "__main__":
        sys.exit(main(sys.argv[1:]))
