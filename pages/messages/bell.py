"""The bell: how many alerts are news, the latest of them in a panel, and what a new one sounds and looks like here."""

from __future__ import annotations

from uuid import UUID

from nicegui import ui

from components.alerts import AlertPanel, Line, tell_device
from components.app.feedback import toast
from components.app.frame import Bell, frame_here
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import show_wait
from components.app.perform import act, look
from components.app.who import current_actor
from pages.messages.showing import SEE, mark_of, mark_read, put_off
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.kernel.work import ask
from studio.messages.actions import read_all_alerts
from studio.messages.facts import AlertFact, AlertRaised, AlertsMarked
from studio.messages.queries import AlertView, alert_of_mine, count_alerts, my_alerts, ways_of

ALL = "/alerts"
FEW = 6


def bell_of(actor: Actor) -> Bell | None:
    """The bell of one page; none for whoever gets no alerts."""
    if not may(actor, SEE, house().rights):
        return None
    return Bell(ALL, t("Alerts"), ask(actor, count_alerts))


class News:
    """The panel of one open page, which follows what happens elsewhere."""

    def draw(self) -> None:
        """Inside the frame's slot for it."""
        self.panel = AlertPanel(self._latest, self._do, to=ALL)
        mine = current_actor().id
        live(AlertFact, Gathering(self._follow), when=lambda fact: not elsewhere(fact, mine))

    async def _latest(self) -> list[Line]:
        found, _ = await look(my_alerts, size=FEW)
        return [line_of(one) for one in found]

    async def _do(self, name: str, alert_id: str) -> None:
        if name == "all":
            await act(read_all_alerts)
        elif name == "open":
            one = await look(alert_of_mine, UUID(alert_id))
            await mark_read(one.id)
            if one.to:
                ui.navigate.to(one.to)
        elif name == "read":
            await mark_read(UUID(alert_id))
        else:
            await put_off(UUID(alert_id), name)

    async def _follow(self, facts: list[Fact]) -> None:
        frame = frame_here()
        if frame is None:
            return
        try:
            frame.ring(await look(count_alerts))
            if self.panel.opened:
                await self.panel.load()
            for fact in facts:
                if isinstance(fact, AlertRaised):
                    await announce(fact)
        except Refusal:
            ui.navigate.to("/login")


def elsewhere(fact: AlertFact, mine: UUID | None) -> bool:
    """What others read or put off changes nothing here."""
    return isinstance(fact, AlertsMarked) and fact.user_id != mine


async def announce(fact: AlertRaised) -> None:
    """Tell of a new alert, by the ways it takes to this person."""
    ways = await look(ways_of, fact.alert)
    if "app" not in ways:
        return
    one = await look(alert_of_mine, fact.alert_id)
    if one.urgency != "info":
        toast(one.sentence)
    tell_device(str(one.id), house().settings["studio.name"], one.sentence, one.to, desktop="desktop" in ways)


def line_of(one: AlertView) -> Line:
    """An alert as the panel shows it."""
    kind, word = mark_of(one.urgency)
    when = show_wait(one.raised_at)
    return Line(str(one.id), kind, word, one.sentence, when, one.to, fresh=one.read_at is None)
