"""Families of roles that several steps of the coder ask for (codebook 2.10)."""

from __future__ import annotations

MEDIATORS = frozenset({"mediator", "lead_mediator", "co_mediator", "facilitator", "broker", "go_between"})
ASSISTING = MEDIATORS | {"convener", "host", "venue_state", "guarantor"}
"""Third parties with a part of their own in bringing the sides together."""
THIRD_PARTIES = ASSISTING | {"observer", "monitor", "witness"}
"""All who are no side of the talks."""
