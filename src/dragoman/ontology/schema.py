"""Shapes of the ontology's files after checking: types, triggers, conditions, examples, categories."""

from __future__ import annotations

import msgspec

from dragoman.records import Plover

ANCHORS = ("verb", "noun", "adjective", "phrase")
"""The kinds of word that a trigger may stand on."""

PREPOSITIONS = (
    "with", "to", "between", "for", "on", "in", "at", "from", "over", "without", "against", "into",
    "of", "as", "about", "behind", "by", "under", "through", "among", "toward", "until", "after",
    "before", "off", "out", "despite", "within", "during", "around", "across", "except", "towards", "away",
)  # fmt: skip
"""Prepositions whose filler a condition may look at."""

BESIDE = {
    "for": "for_whom", "to": "to_whom", "at": "at_whom", "from": "from_whom", "with": "with_whom", "on": "on_whom",
    "of": "of_whom", "in": "in_whose",
}  # fmt: skip
"""Slots for what a preposition leads to wherever it hangs, from a verb or from its object."""

SLOTS = (
    "agent", "patient", "complement", "refrains", *PREPOSITIONS, "modifier", "governor", "governs", "clause", "teller", "above", "left_above",
    "at_whose", "whose_seat", "bidden", *BESIDE.values(),
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
        place: the name of a place is accepted.
        city: the name of a place that stands for no actor is accepted.
    """

    slot: str
    lemmas: frozenset[tuple[str, ...]] = frozenset()
    endings: frozenset[str] = frozenset()
    actor: bool = False
    any: bool = False
    place: bool = False
    city: bool = False


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
        own: slots that its `roles` give none (`null`), whose words are part of the wording.
        set: values that the wording fixes: status, polarity, tense, certainty, type.
        mode, context, cameo: PLOVER mode, contexts and CAMEO code that the wording fixes.
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
    own: frozenset[str] = frozenset()
    set: dict[str, str] = {}
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    exclusion: TriggerExclusion | None = None
    priority: int = 0
    place: str = ""

    @property
    def label(self) -> str:
        """Event type of the wording, which may fix another than its file's, or its PLOVER category."""
        return self.set.get("type") or self.type or self.category or ""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a mention must be like for a variant of the crosswalk to hold; keys that are left out ask nothing.

    Attributes:
        type: event types.
        event: PLOVER categories that the crosswalk gives the type, or the category itself.
        typed: whether the mention has an event type.
        status, tense: values of the mention.
        roles: roles one of which somebody has.
        initiator: who acts: "third_party" or "party".
        addressees: least number of others that the act is addressed to.
        hosted: whether it is on the ground of a third party.
        trigger: lemmas of the trigger, each a tuple of lower-case words.
        about: lemmas below the trigger.
        means: lemmas of who or what does it: subject, "by", "with" and "in" phrases, modifiers of a noun.
        clause: lemmas of the trigger's clause.
    """

    type: frozenset[str] | None = None
    event: frozenset[str] | None = None
    typed: bool | None = None
    status: frozenset[str] | None = None
    tense: frozenset[str] | None = None
    roles: frozenset[str] | None = None
    initiator: str | None = None
    addressees: int | None = None
    hosted: bool | None = None
    trigger: frozenset[tuple[str, ...]] | None = None
    about: frozenset[tuple[str, ...]] | None = None
    means: frozenset[tuple[str, ...]] | None = None
    clause: frozenset[tuple[str, ...]] | None = None


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """Codes that differ from the type's where the case holds (codebook section 3).

    Attributes:
        when: all of it must hold.
        unless: none of it may hold.
        event, mode, context, cameo: what the variant sets; UNSET leaves it to the next one, None sets null.
    """

    when: Case
    unless: Case | None = None
    event: str | msgspec.UnsetType | None = msgspec.UNSET
    mode: str | msgspec.UnsetType | None = msgspec.UNSET
    context: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    cameo: str | msgspec.UnsetType | None = msgspec.UNSET


class ThirdParties(msgspec.Struct, frozen=True, kw_only=True):
    """Who is a third party by what it is: kinds of actor, and nouns that end the words for it; `several`: nouns for more than one side."""

    actor_types: frozenset[str] = frozenset()
    nouns: frozenset[tuple[str, ...]] = frozenset()
    several: frozenset[tuple[str, ...]] = frozenset()


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
        variants: codes that depend on who acts, on status or on words, in the order of asking.
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
    variants: tuple[Variant, ...] = ()
