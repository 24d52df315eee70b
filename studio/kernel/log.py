"""The log: JSON lines in the data folder, with people and secrets blacked out before anything is written."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

NAME = "linework.log"
SIZE, KEPT = 2 * 1024 * 1024, 5
HIDDEN = "…"

_PERSONAL = re.compile(
    r"(name|phone|mail|password|passwd|secret|token|bearer|authorization|cookie|key|health|allerg|medic|answer|address|birth|"
    r"guardian|emergency|note|payload|diagnos|card|typed|value|before|after)",
    re.IGNORECASE,
)
_OURS = frozenset(
    {"event", "level", "timestamp", "logger", "exception", "timer", "fact", "code", "zone", "port", "kind", "state"}
)
_PATTERNS = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "…@…"),
    (re.compile(r"(?<![\w.:-])\+?\d[\d ()/.-]{6,}\d(?![\w:-])"), HIDDEN),
    (re.compile(r"/(r|c|d|pair|feed)/[\w-]+"), r"/\1/…"),
    (re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}\b"), HIDDEN),
    (re.compile(r"\?[^\s\"']+"), "?…"),
)
_QUOTED = re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"")
_MARKS = re.compile(r"^[\s^~|]+$")
_ABOUT_CODE = re.compile(r"^(AttributeError|NameError|ImportError|ModuleNotFoundError|UnboundLocalError):")
_FRAME = re.compile(r'^\s+File "[^"\n]+", line \d+')


def start_log(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Send everything that logs to one rotating file in this folder, redacted. Gives the handler."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / NAME, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_before(), processors=_last()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("uvicorn.access", "PIL", "fontTools", "asyncio", "socketio", "engineio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_before(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    return handler


def redacted(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Black out values whose key or shape says they are about a person or secret."""
    return {key: _clean(key, value) for key, value in event.items()}


def _clean(key: str, value: Any) -> Any:
    if key == "exception":
        return clean_trace(str(value))
    if key not in _OURS and _PERSONAL.search(key):
        return HIDDEN
    if isinstance(value, Mapping):
        return {str(name): _clean(str(name), inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set):
        return [_clean(key, inner) for inner in value]
    return value if isinstance(value, bool | int | float | None) else clean_text(str(value))


def clean_text(text: str) -> str:
    """Without e-mail addresses, phone numbers, tokens and query strings."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def clean_trace(trace: str) -> str:
    """A traceback keeps places, source lines and names of code; what else an error quotes may be somebody's data."""
    lines, source = [], False
    for line in trace.splitlines():
        keeps = source or _FRAME.match(line) or _MARKS.match(line)
        source = bool(_FRAME.match(line))
        lines.append(line if keeps else clean_text(line if _ABOUT_CODE.match(line) else _QUOTED.sub("'…'", line)))
    return "\n".join(lines)


def _before() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]


def _last() -> list[Processor]:
    return [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        redacted,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
