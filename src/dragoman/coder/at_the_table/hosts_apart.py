"""A host that takes no part in the talks refuses and boycotts none: "Oman hosts the talks but says it will not take part in them"."""

from __future__ import annotations

from dragoman.ontology import group
from dragoman.records import EventMention

_KEEPING_OUT = frozenset({"part", "role", "participate", "join", "attend", "participation", "involvement", "involved"})
"""Words of merely not being in, which is no refusal ("boycotted", "rejected")."""


def without_hosts_apart(events: list[EventMention]) -> list[EventMention]:
    """The events of one sentence without that who hosts the talks keeps out of them, or says that he does not mediate."""
    hosts = {p.actor for e in events for p in e.participants if p.role == "host" and p.actor}
    return [e for e in events if not (hosts and _keeps_out(e, hosts))]


def _keeps_out(event: EventMention, hosts: set[str]) -> bool:
    if event.type not in group("staying_away") | {"mediation_rejected", "exclusion_declared"}:
        return False
    doers = {p.actor for p in event.participants if p.role in ("initiator", "boycotting", "mediator", "excluded")}
    words = set(event.evidence.trigger.text.lower().replace("-", " ").split())
    return bool(doers) and doers <= hosts and bool(words & _KEEPING_OUT)
