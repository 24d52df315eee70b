"""The verbs of the studio's certificates: made on first use, renewed in time, replaced when the owner says so."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import col, select

from studio.kernel.refusal import Refusal
from studio.kernel.text import N_
from studio.kernel.work import Work, action
from studio.upkeep.authority import RENEW_BEFORE, new_authority, new_server, serves
from studio.upkeep.facts import CertificateMade
from studio.upkeep.lan import certified_names, tls_enabled
from studio.upkeep.models import LanCertificate


class NothingToRenew(Refusal):
    sentence = N_("Pages on the network are not encrypted, so there is no certificate to renew.")


@action("upkeep.certificate.make")
def certify(work: Work, names: Iterable[str]) -> LanCertificate:
    """A certificate good for these names: the present one while it is, else a new one; the authority on first use."""
    authority, server = _present(work, "authority"), _present(work, "server")
    if authority is None or authority.expires_at - RENEW_BEFORE <= work.now:
        authority, server = _next(work, authority, new_authority(work.house, work.now)), None
    if server is not None and serves(server, authority, names, work.now):
        return server
    return _next(work, _present(work, "server"), new_server(work.house, work.now, authority, names))


@action("upkeep.certificate.renew", needs="upkeep.certificate.make")
def renew_certificate(work: Work) -> None:
    """What the timer does: nothing while the present certificate is good for a while."""
    if tls_enabled():
        certify(work, certified_names())


@action("upkeep.authority.replace", needs="upkeep.network.change")
def replace_authority(work: Work) -> bool:
    """Begin again with a new authority. Every tablet and laptop has to install it anew."""
    if not tls_enabled():
        raise NothingToRenew
    made = _next(work, _present(work, "authority"), new_authority(work.house, work.now))
    _next(work, _present(work, "server"), new_server(work.house, work.now, made, certified_names()))
    return True


def _present(work: Work, kind: str) -> LanCertificate | None:
    row = LanCertificate
    found = select(row).where(row.kind == kind, col(row.retired_at).is_(None)).order_by(col(row.id).desc())
    return work.session.exec(found).first()


def _next(work: Work, before: LanCertificate | None, made: LanCertificate) -> LanCertificate:
    if before is not None:
        before.retired_at = work.now
    work.add(made)
    work.emit(CertificateMade(made.kind, made.fingerprint))
    return made
