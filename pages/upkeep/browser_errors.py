"""Where browsers tell what broke in them: few a minute, small, and nothing in it that people wrote."""

from __future__ import annotations

import json
from collections import Counter

import structlog
from fastapi import APIRouter, Request, Response

from pages.server.body import CAPS
from studio.kernel.house import house
from studio.kernel.incidents import happened
from studio.upkeep.browsers import trouble_in_browser

router = APIRouter()
log = structlog.get_logger(__name__)
FROM_ONE, FROM_ALL = 6, 60


class Sieve:
    """So many a minute from one address and from all together; the rest is let fall."""

    def __init__(self) -> None:
        self._minute = 0
        self._from: Counter[str] = Counter()

    def lets_in(self, address: str, minute: int) -> bool:
        if minute != self._minute:
            self._minute, self._from = minute, Counter()
        if self._from[address] >= FROM_ONE or self._from.total() >= FROM_ALL:
            return False
        self._from[address] += 1
        return True


sieve = Sieve()


@router.post("/incidents", include_in_schema=False)
async def tell(request: Request) -> Response:
    """Count it, if it fits. The answer is always the same and holds nothing."""
    address = request.client.host if request.client else ""
    if sieve.lets_in(address, int(house().clock.now().timestamp() // 60)):
        said = _read(await request.body())
        if said:
            trouble = trouble_in_browser(said)
            log.warning("incident", code=happened(trouble), kind=trouble.kind, said=trouble.message)
    return Response(status_code=204)


def _read(body: bytes) -> dict[str, object]:
    if len(body) > CAPS["incidents"]:
        return {}
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
