"""Scanning: our own code opens the profile, everything else is only shown."""

from base64 import b64encode

from nicegui import ui
from nicegui.testing import User

from components.files import FileField
from components.live_camera import LiveCamera
from pages.clients.scan import draw
from studio.clients.actions import invite_registration, submit_registration
from studio.clients.codes import code_text, qr_png
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.queries import guest_of_token
from tests.factories.clients import GAST, on_file
from tests.factories.handing import hand_in
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until
from tests.studio.clients.test_pictures import photo


async def test_a_scanner_that_types_opens_the_profile(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        scan_into(user, code_text(studio, client.code))
        await until(lambda: gone == [f"/clients/{client.code}"])


async def test_a_foreign_code_is_shown_as_words_and_leads_nowhere(studio: House) -> None:
    async with looking(signed_in("reception"), draw) as user:
        gone = watch_navigation(user)
        scan_into(user, "https://elsewhere.example/x")
        await user.should_see("https://elsewhere.example/x")
        await user.should_see("Not a code of this studio.")
        assert gone == []


async def test_a_code_of_ours_with_a_forged_seal_is_foreign(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        scan_into(user, code_text(studio, client.code)[:-2] + "AA")
        await user.should_see("Not a code of this studio.")
        assert gone == []


async def test_a_picture_of_a_code_opens_the_profile(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        await hand_over(user, qr_png(code_text(studio, client.code)))
        await until(lambda: gone == [f"/clients/{client.code}"])


async def test_a_picture_without_a_code_says_what_helps(studio: House) -> None:
    async with looking(signed_in("reception"), draw) as user:
        await hand_over(user, photo())
        await user.should_see("No QR code was found in this picture.")


async def test_no_camera_says_so(studio: House) -> None:
    async with looking(signed_in("reception"), draw) as user:
        user.find("Start camera").click()
        await user.should_see("No camera answers.")
        await user.should_see("Start camera")


async def test_a_tablet_looks_with_its_own_camera_and_a_picture_from_it_opens_the_profile(studio: House) -> None:
    reception = signed_in("reception")
    client = on_file(reception)
    async with looking(reception, draw, zone="lan") as user:
        assert "Start camera" in buttons_said(user)
        gone = watch_navigation(user)
        show_camera(user, "frame", framed("https://elsewhere.example"))
        await user.should_see("Not a code of this studio.", retries=20)
        show_camera(user, "frame", framed(code_text(studio, client.code)))
        await until(lambda: gone == [f"/clients/{client.code}"])


async def test_what_no_camera_would_send_is_no_code(studio: House) -> None:
    async with looking(signed_in("reception"), draw, zone="lan") as user:
        gone = watch_navigation(user)
        camera = found(user, LiveCamera)
        for odd in (None, 7, {"a": 1}, "x", "data:image/png;base64,####", "data:," + "A" * 2_000_000):
            before = camera._props["heard"]
            show_camera(user, "frame", odd)
            await until(lambda before=before: camera._props["heard"] > before)
        show_camera(user, "code", {"text": "LW:CLIENT:CL-0001:AAAA"})
        assert gone == []


async def test_a_guests_registration_code_leads_to_their_form(studio: House) -> None:
    reception = signed_in("reception")
    token, _ = perform(reception, invite_registration)
    async with looking(reception, draw) as user:
        gone = watch_navigation(user)
        scan_into(user, f"http://192.168.1.20:8081/r/{token}")
        await user.should_see("Its form has not arrived yet.", retries=20)
        guest = guest_of_token(token, "registration")
        assert guest
        sent = perform(guest.actor(), submit_registration, guest.id, "form", "en", GAST)
        scan_into(user, f"http://192.168.1.20:8081/r/{token}")
        await until(lambda: gone == [f"/inbox/{sent.id}"])


def framed(code: str) -> str:
    """A picture of a code as a browser sends it."""
    return "data:image/png;base64," + b64encode(qr_png(code)).decode()


def show_camera(user: User, event: str, sent: object) -> None:
    """What the browser's side of the camera would say."""
    camera = found(user, LiveCamera)
    for listener in camera._event_listeners.values():
        if listener.type == event:
            camera._handle_event({"listener_id": listener.id, "args": sent})


def buttons_said(user: User) -> list[str]:
    return list(found(user, LiveCamera)._props["words"].values())


def scan_into(user: User, code: str) -> None:
    field = found(user, ui.input)
    field.value = code
    user.find(kind=ui.input).trigger("keydown.enter")


def watch_navigation(user: User) -> list[str]:
    """Where the page was sent to, instead of going there."""
    gone: list[str] = []
    user.navigate.to = lambda target, new_tab=False: gone.append(str(target))  # type: ignore[method-assign]
    return gone


async def hand_over(user: User, content: bytes) -> None:
    await hand_in(found(user, FileField), content, "a.png")
