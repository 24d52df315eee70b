"""Scanning a code: a hand scanner, a picture, the desk's camera or a tablet's. Only our own codes open anything."""

from __future__ import annotations

from nicegui import background_tasks, core, run, ui
from nicegui.element import Element

from components.app.button import button
from components.app.frame import frame, head
from components.app.icons import icon
from components.app.marks import status_mark
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor, zone
from components.files import FileField, Handed
from components.form import text_field
from components.live_camera import LiveCamera
from studio.clients.camera import Camera
from studio.clients.queries import scanned
from studio.clients.queries.scanning import scanned_form
from studio.clients.reader import read_code, read_glance
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

SEE_FORMS = "clients.registration.see"


async def draw() -> None:
    """Three ways to read a code, one place that says what was read."""
    with frame(t("Scan a code"), active="/clients"):
        head(t("Scan a code"), t("A client's code opens the profile, a guest's the form. Any other is only shown."))
        Scan().draw()


class Scan:
    """What was read last, and the camera while it looks."""

    said: Element
    eye: Element
    camera: Camera | None = None

    def draw(self) -> None:
        with ui.element("div").classes("body scan"):
            self.said = ui.element("div").classes("scan-said").props("role=status aria-live=assertive")
            with ui.element("div").classes("three"):
                if zone() != "desk":
                    self._live()
                self._scanner()
                self._picture()
                if zone() == "desk":
                    self.eye = ui.element("section").classes("panel stack loose")
                    self._draw_eye()
        ui.context.client.on_delete(self.stop_camera)

    async def read(self, code: str | None) -> None:
        """Open our own client; show anything else as the words it holds."""
        if code is None:
            self._say("warn", t("No QR code was found in this picture. Take it straight on, with light on the code."))
            return
        try:
            found = await look(scanned, code)
        except Refusal as refusal:
            self._say("stop", refusal.text())
            return
        if found.client_code:
            await self.stop_camera()
            ui.navigate.to(f"/clients/{found.client_code}")
        elif not await self._form(code):
            self._say("none", t("Not a code of this studio. It says:"), found.text or t("nothing"))

    async def _form(self, code: str) -> bool:
        """Whether it is a registration code of ours; opens the form that came by it."""
        if not may(current_actor(), SEE_FORMS, house().rights):
            return False
        form = await look(scanned_form, code)
        if form is None:
            return False
        if form.registration_id is None:
            self._say("info", t("A registration code of this studio. Its form has not arrived yet."))
            return True
        await self.stop_camera()
        ui.navigate.to(f"/inbox/{form.registration_id}")
        return True

    async def stop_camera(self) -> None:
        """Let go of the camera; also when the page is closed."""
        camera, self.camera = self.camera, None
        if camera:
            await run.io_bound(camera.close)

    def _live(self) -> None:
        with ui.element("section").classes("panel stack loose"):
            text(t("Camera of this device"), "", "h2")
            LiveCamera(self.read, lambda picture: run.io_bound(read_glance, picture))
            text(t("Hold the code before the camera; nothing is recorded."), "small quiet", "p")

    def _scanner(self) -> None:
        with ui.element("section").classes("panel stack loose"):
            text(t("Hand scanner"), "", "h2")
            field = text_field(t("Scan into this field"), kind="text").props("autofocus")

            async def entered() -> None:
                typed, field.value = field.value or "", ""
                if typed.strip():
                    await self.read(typed)

            field.on("keydown.enter", entered)
            text(t("A scanner that types like a keyboard: keep this field in focus and scan."), "small quiet", "p")

    def _picture(self) -> None:
        with ui.element("section").classes("panel stack loose"):
            text(t("Picture of a code"), "", "h2")

            async def take(handed: Handed) -> None:
                await self.read(await run.io_bound(read_code, handed.read()))

            FileField(take, label=t("Drop a picture here, or paste it"), side=2000)

    def _draw_eye(self, trouble: str = "") -> None:
        self.eye.clear()
        with self.eye:
            text(t("Camera of this computer"), "", "h2")
            with ui.element("div").classes("scan-eye").classes("on" if self.camera else ""):
                icon("eye" if self.camera else "camera")
                status_mark("info" if self.camera else "none", t("Looking for a code") if self.camera else t("Off"))
            if trouble:
                status_mark("stop", trouble).classes("long")
            if self.camera:
                button(t("Stop camera"), self._close_eye, icon="close")
            else:
                button(t("Start camera"), self._open_eye, icon="camera")
            text(t("Hold the code before the camera; nothing is recorded."), "small quiet", "p")

    async def _open_eye(self, source: int | str = 0) -> None:
        def seen(code: str) -> None:  # on the camera's own thread
            if core.loop is not None and not core.loop.is_closed():
                core.loop.call_soon_threadsafe(self._seen, code)

        try:
            self.camera = await run.io_bound(Camera, source, seen)
        except Refusal as refusal:
            self._draw_eye(refusal.text())
            return
        self._draw_eye()

    def _seen(self, code: str) -> None:
        if not self.said.is_deleted:
            background_tasks.create(self.read(code), name="scanned", context=self.said)

    async def _close_eye(self) -> None:
        await self.stop_camera()
        self._draw_eye()

    def _say(self, kind: str, words: str, code: str = "") -> None:
        self.said.clear()
        with self.said, ui.element("div").classes(f"band {kind if kind in ('warn', 'stop') else ''}"):
            status_mark(kind, words).classes("long")  # type: ignore[arg-type]  # one of the kinds above
            if code:
                text(code, "scan-text", "code")
