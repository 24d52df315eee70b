"""What follows an act is given ten seconds: a busy machine draws late, and nothing is asserted of time."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from nicegui import background_tasks, ui
from nicegui.testing import User

WITHIN = 10.0
STEP = 0.02


async def until(true: Callable[[], Any] | Callable[[], Awaitable[Any]], why: str = "it did not come about") -> None:
    """Wait until it is so; what a page does follows its click by some moments."""
    end = time.monotonic() + WITHIN
    while True:
        answer = true()
        if await answer if inspect.isawaitable(answer) else answer:
            return
        assert time.monotonic() < end, why
        await asyncio.sleep(STEP)


async def should_see(
    user: User, target: Any = None, *, kind: Any = None, marker: Any = None, content: Any = None, retries: int = 0
) -> None:
    """As NiceGUI's own, which gives up after three looks; time counts here, not looks."""
    asked = (target, kind, marker, content)
    await until(lambda: user._sees(*asked), f"expected to see {user._build_error_message(*asked)}")


async def should_not_see(
    user: User, target: Any = None, *, kind: Any = None, marker: Any = None, content: Any = None, retries: int = 0
) -> None:
    """The same for what goes away."""
    asked = (target, kind, marker, content)
    await until(lambda: not user._sees(*asked), f"expected not to see {user._build_error_message(*asked)}")


@pytest.fixture(scope="session", autouse=True)
def pages_are_given_time() -> Iterator[None]:
    """Whoever looks is patient, and so is who waits for the first drawing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(User, "should_see", should_see)
        patch.setattr(User, "should_not_see", should_not_see)
        patch.setitem(ui.page.__init__.__kwdefaults__ or {}, "response_timeout", 3 * WITHIN)
        yield


@pytest.fixture(autouse=True)
def pages_that_are_gone_leave_nothing() -> None:
    """NiceGUI ends what its pages still do, and tries for ever where the loop they ran in is closed."""
    running, lazy = background_tasks.running_tasks, background_tasks.lazy_tasks_running
    running.difference_update([task for task in running if task.get_loop().is_closed()])
    for name in [name for name, task in lazy.items() if task.get_loop().is_closed()]:
        del lazy[name]
