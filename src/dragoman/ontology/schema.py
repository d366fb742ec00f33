"""Shapes of the ontology's files after checking: types, triggers, conditions, examples, categories."""

from __future__ import annotations

import msgspec

from dragoman.records import Plover

ANCHORS = ("verb", "noun", "adjective", "phrase")
"""The kinds of word that a trigger may stand on."""

PREPOSITIONS = (
    "with", "to", "between", "for", "on", "in", "at", "from", "over", "without", "against", "into",
    "of", "as", "about", "behind", "by", "under", "through", "among", "toward", "until", "after",
    "before", "off", "out", "despite", "within", "during", "around", "across", "except",
)  # fmt: skip
"""Prepositions whose filler a condition may look at."""

SLOTS = (
    "agent", "patient", "complement", *PREPOSITIONS, "modifier", "governor", "governs", "clause", "teller", "above", "at_whose",
)  # fmt: skip
"""Every key that a condition may bear (README.md, "How a trigger is matched")."""


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """What one slot of a trigger must be filled with.

    Attributes:
        slot: one of `SLOTS`.
        lemmas: accepted fillers, word classes already spelled out; each a tuple of lower-case lemmas.
        endings: accepted last parts of a hyphenated lemma ("brokered" for "Qatari-brokered").
        actor: an actor, a group or office noun or a personal pronoun is accepted.
        any: any filler is accepted.
    """

    slot: str
    lemmas: frozenset[tuple[str, ...]] = frozenset()
    endings: frozenset[str] = frozenset()
    actor: bool = False
    any: bool = False


class TriggerExclusion(msgspec.Struct, frozen=True, kw_only=True):
    """Makes the filler of slot `who` a participant with role `excluded` in that `mode` (codebook 2.11)."""

    mode: str
    who: str
    scope: str = "table"


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of an event.

    Attributes:
        id: unique over the whole ontology, `<type or category>/<name>`.
        type: event type, None in the files of PLOVER categories.
        category: PLOVER category.
        anchor: one of `ANCHORS`.
        lemmas: the anchor's wordings, each a tuple of lower-case lemmas (of words, for `phrase`).
        conditions: all must hold.
        none_of: none may hold.
        mark: slot of the word that becomes the event's trigger, or "anchor".
        roles: slot to role, already merged with the type's.
        set: values that the wording fixes: status, polarity, tense, certainty, type.
        mode, context: PLOVER mode and contexts that the wording fixes.
        exclusion: who is kept out, and how.
        priority: the higher wins on one word, then the trigger with more conditions.
        place: file and id, for messages; `excerpts.of_trigger` finds the line.
    """

    id: str
    type: str | None
    category: str | None
    anchor: str
    lemmas: frozenset[tuple[str, ...]]
    conditions: tuple[Condition, ...] = ()
    none_of: tuple[Condition, ...] = ()
    mark: str = "anchor"
    roles: dict[str, str] = {}
    set: dict[str, str] = {}
    mode: str | None = None
    context: tuple[str, ...] = ()
    exclusion: TriggerExclusion | None = None
    priority: int = 0
    place: str = ""


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that does, or does not, tell of the type. `trigger` and the rest only where it does."""

    text: str
    trigger: str | None = None
    status: str | None = None
    polarity: str | None = None
    tense: str | None = None
    roles: dict[str, list[str]] = {}


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """One event type of the codebook (2.2), or a PLOVER category where `type` is None.

    Attributes:
        name: the type, or the category.
        cameo: CAMEO code (codebook section 3), None where there is none.
        defaults: status and tense unless the clause says otherwise.
        roles: slot to role.
    """

    name: str
    type: str | None
    category: str | None
    family: str
    definition: str
    plover: Plover
    cameo: str | None
    defaults: dict[str, str]
    roles: dict[str, str]
    triggers: tuple[Trigger, ...]
    examples_for: tuple[Example, ...]
    examples_against: tuple[Example, ...]
