"""Which part of the record a query is about."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.records.dates import check_window


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that all have to hold; None asks for nothing.

    Attributes:
        conflict: name of the conflict or of several, in any case.
        since: ISO date, month or year; what ended before is left out. Undated rows are left out too.
        until: ISO date, month or year, included; what began after it is left out.
        status: codebook 2.3 status or several; for tracks their state or last status.
        type: codebook 2.2 event type or several; for tracks, exclusions, agreements that of their events.
    """

    conflict: str | tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    status: str | tuple[str, ...] | None = None
    type: str | tuple[str, ...] | None = None

    def parameters(self) -> dict[str, Any]:
        """Return the values by parameter name; raises OptionError for what is no date, and for a reversed window."""
        check_window(self.since, self.until)
        named = _several(self.conflict)
        return {
            "conflict": [name.lower() for name in named] if named is not None else None,
            "since": self.since,
            "until": self.until,
            "status": _several(self.status),
            "type": _several(self.type),
        }


def _several(value: str | tuple[str, ...] | None) -> list[str] | None:
    return [value] if isinstance(value, str) else None if value is None else list(value)
