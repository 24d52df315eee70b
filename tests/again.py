"""A browser on a busy machine is once in a while what fails: such a test has a second try, and everybody is told."""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol
from _pytest.terminal import TerminalReporter

BY_CHANCE = "tests/browser/"
"""Nothing else is tried again: what fails there has failed."""
AGAIN = "again"


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """The second try has nothing of the first: another browser, another studio. Who fails twice is red."""
    if not item.nodeid.startswith(BY_CHANCE):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if any(report.failed for report in reports):
        for report in reports:
            report.outcome = AGAIN if report.failed else report.outcome  # type: ignore[assignment]
            if report.outcome == AGAIN:
                item.ihook.pytest_runtest_logreport(report=report)
        item.session._setupstate.teardown_exact(item.session)  # type: ignore[arg-type]
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, tuple[str, dict[str, bool]]] | None:
    return (AGAIN, "A", ("AGAIN", {"yellow": True})) if report.outcome == AGAIN else None


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Who needed the second try, and why: each of them is a defect, of the test or of Linework."""
    tried = terminalreporter.stats.get(AGAIN, [])
    if tried:
        terminalreporter.section(f"{len(tried)} TRIED AGAIN: these depend on chance", "!", yellow=True, bold=True)
    for report in tried:
        terminalreporter.line(f"TRIED AGAIN {report.nodeid} ({report.when})", yellow=True)
        terminalreporter.line(report.longreprtext)
