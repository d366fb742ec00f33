"""Families of roles that several steps of the coder ask for (codebook 2.10)."""

from __future__ import annotations

MEDIATORS = frozenset({"mediator", "lead_mediator", "co_mediator", "facilitator", "broker", "go_between"})
ASSISTING = MEDIATORS | {"convener", "host", "venue_state", "guarantor"}
"""Third parties with a part of their own in bringing the sides together."""
HOSTS = frozenset({"host", "venue_state"})
"""Who gives the place."""
THIRD_PARTIES = ASSISTING | {"observer", "monitor", "witness"}
"""All who are no side of the talks."""
ASSISTANTS = THIRD_PARTIES | {"sponsor"}
"""All by whom a meeting is assisted."""
MEETING = MEDIATORS | {"party", "participant"}
"""Those who meet: the sides and who mediates between them."""

FINER = {
    "observer": {"witness", "monitor", "observer", "accompanier", "adviser_to_party"},
    "participant": {"sponsor", "accompanier", "patron", "adviser_to_party", "witness", "monitor", "observer"},
    "mediator": {
        "lead_mediator",
        "co_mediator",
        "facilitator",
        "go_between",
        "mediator",
        "sponsor",
        "adviser_to_party",
    },
    "guarantor": {"guarantor", "monitor"},
    "host": {"host", "venue_state", "sponsor"},
    "convener": {"convener", "sponsor"},
}
