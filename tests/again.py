"""A browser on a busy machine is once in a while what fails: such a test is tried again, and everybody is told."""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol
from _pytest.terminal import TerminalReporter

BY_CHANCE = "tests/browser/"
"""Nothing else is tried again: what fails there has failed."""
AGAIN = "again"
TRIES = 3


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A further try has nothing of the one before: another browser, another studio. Who fails each time is red."""
    if not item.nodeid.startswith(BY_CHANCE):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for _ in range(TRIES - 1):
        if not any(report.failed for report in reports):
            break
        _tell(item, reports)
        item.session._setupstate.teardown_exact(item.session)  # type: ignore[arg-type]  # it asks for a chain, which a session has
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _tell(item: pytest.Item, reports: list[pytest.TestReport]) -> None:
    for report in reports:
        if report.failed:
            report.outcome = AGAIN  # type: ignore[assignment]  # a word of ours beside pytest's own three
            item.ihook.pytest_runtest_logreport(report=report)


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
    return (AGAIN, "A", ("AGAIN", {"yellow": True})) if report.outcome == AGAIN else None


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Who needed a further try, and why: each of them is a defect, of the test or of Linework."""
    tried = terminalreporter.stats.get(AGAIN, [])
    if tried:
        terminalreporter.section(f"{len(tried)} TRIED AGAIN: these depend on chance", "!", yellow=True, bold=True)
    for report in tried:
        terminalreporter.line(f"TRIED AGAIN {report.nodeid} ({report.when})", yellow=True)
        terminalreporter.line(report.longreprtext)
        for name, content in report.sections:
            terminalreporter.line(f"{name}: {content}")
