"""What is weighed while a document is coded and not kept; written down only where somebody asks why (`trace.py`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dragoman.coder.draft.filled import Filled
    from dragoman.coder.names.mention import Mention


class LeftOut(msgspec.Struct, frozen=True):
    """Words that were weighed as an event and left out.

    Attributes:
        words: positions in the sentence.
        label: event type or PLOVER category that they were weighed as.
        why: what kept them out, in plain words.
        limit: name of the threshold (`options.Thresholds`) that they missed, "" where it was none.
        value: what was held against it, 0 to 1; None where there was no threshold.
        least: the threshold.
        rule: id of the trigger of the ontology that marks them, None where the model alone did.
    """

    words: list[int]
    label: str
    why: str
    limit: str = ""
    value: float | None = None
    least: float | None = None
    rule: str | None = None


class NoPart(msgspec.Struct, frozen=True):
    """A noun phrase that was weighed for a role of an event and has none. Fields as of `LeftOut`; `role` is the likeliest."""

    mention: Mention
    role: str
    why: str
    limit: str = ""
    value: float | None = None
    least: float | None = None


@dataclass
class Weighing:
    """Notes on one document, in order: `left_out` on the sentence at hand, `no_part` on the event at hand."""

    left_out: list[LeftOut] = field(default_factory=list)
    no_part: list[NoPart] = field(default_factory=list)
    _kept: dict[int, Filled] = field(default_factory=dict)

    def kept(self, filled: Iterable[Filled], why: str = "") -> None:
        """Note who is kept as a participant after a step; whoever was kept before and is gone is left out for that reason."""
        now = {f.mention.head: f for f in filled}
        self.no_part += [NoPart(f.mention, f.role, why) for head, f in self._kept.items() if head not in now and why]
        self._kept = now
