"""The report layer: what a text says someone said (codebook 1.3, 1.4, 1.14, 1.15, 1.16).

`EventMention` is the JSON object that `dragoman code --format jsonl` prints, field by field.
Enumerated values are the codebook's; `dragoman.ontology` lists and checks them.
"""

from __future__ import annotations

import msgspec

from dragoman.records.document import Span


class DocumentRef(msgspec.Struct, frozen=True, kw_only=True):
    """Where a mention comes from."""

    id: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


class Plover(msgspec.Struct, frozen=True, kw_only=True):
    """PLOVER category, mode and contexts (codebook section 3)."""

    event: str | None = None
    mode: str | None = None
    context: list[str] = []


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person acting for an actor, with the office held at the document's date (codebook 1.9)."""

    name: str
    office: str | None = None


class Exclusion(msgspec.Struct, frozen=True, kw_only=True):
    """How, by whom and from what a participant is kept out (codebook 1.16, 2.11)."""

    mode: str
    asserted_by: str | None = None
    scope: str = "table"
    excluded_by: str | None = None
    reason: str = "not_stated"


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """One actor in one role (codebook 2.10). An actor with two roles is two participants.

    Attributes:
        actor: ISO 3166-1 alpha-3 for a state and its government, else a slug ("igo:un"); None where unknown.
        name: canonical name of the actor, or the words of the mention where unknown.
        sector: PLOVER sector (GOV, MIL, REB, OPP, IGO, NGO, CVL ...).
        mention: the words in the text; None where the participant is implied by context.
        why: which entry and rule resolved the actor.
    """

    role: str
    actor: str | None = None
    name: str | None = None
    actor_type: str | None = None
    country: str | None = None
    sector: str | None = None
    person: Person | None = None
    side: str | None = None
    mention: Span | None = None
    exclusion: Exclusion | None = None
    why: str | None = None


class Venue(msgspec.Struct, frozen=True, kw_only=True):
    """Where the event takes or is to take place; `status` is confirmed, proposed or changed."""

    name: str
    country: str | None = None
    country_name: str | None = None
    lat: float | None = None
    lon: float | None = None
    status: str | None = None
    mention: Span | None = None


class When(msgspec.Struct, frozen=True, kw_only=True):
    """Date of the event: ISO start and end, and the words. Precision: day, week, month, year, bounded, relative."""

    start: str | None = None
    end: str | None = None
    precision: str = "relative"
    text: str | None = None
    mention: Span | None = None


class AttributionStep(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain of sources; step 1 is nearest the reader (codebook 1.4)."""

    step: int
    speaker: str | None = None
    actor: str | None = None
    relation: str = "writes"
    source_type: str | None = None
    stake: str | None = None
    mention: Span | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence (start, end, text) and the trigger inside it."""

    start: int
    end: int
    text: str
    trigger: Span


class Ceasefire(msgspec.Struct, frozen=True, kw_only=True):
    """What kind of ceasefire is declared, in force or extended (codebook 1.19, 2.13).

    Attributes:
        class_: ceasefire_class; "class" in JSON. `class_` and `purpose` are "unclear" where nothing tells them.
        purpose, second_purpose: ceasefire_purpose, the first two in the order of the text.
        declaration_type: unilateral, bilateral, multilateral; None where not told.
        scope: national, subnational, local; None where not told.
    """

    class_: str = msgspec.field(name="class")
    purpose: str
    second_purpose: str | None = None
    declaration_type: str | None = None
    scope: str | None = None


class CoderVersion(msgspec.Struct, frozen=True, kw_only=True):
    """Which code, model, lexicon and rule made a mention.

    Attributes:
        rule: id of the deciding trigger of the ontology, "model" where the model decided.
        decided_by: "rule", "model", "rule+model" (they agree), "rule over model", "model over rule" (they differ), with
            ", by the pair" where the pair of actors turned it; "" in records made before this was told.
    """

    name: str
    version: str
    model: str
    lexicon: str
    rule: str
    decided_by: str = ""


class EventMention(msgspec.Struct, frozen=True, kw_only=True):
    """One report of one event in one sentence. `type` is None where there is only a PLOVER category.

    Attributes:
        unit_level, format, disclosure, third_party_involvement, outcome: codebook 1.14, 2.5, 2.6, 2.8; None where not told.
        strategy: what third parties are told to do (2.7), of several each; None where not told.
        ceasefire: of a text that halts fighting, else None.
        agreement_class, form: of a text (2.12, 1.17).
    """

    id: str
    document: DocumentRef
    type: str | None
    plover: Plover
    cameo: str | None
    status: str
    polarity: str
    certainty: str
    tense: str
    participants: list[Participant]
    venue: Venue | None
    date: When | None
    issues: list[str]
    track: str | None
    attribution: list[AttributionStep]
    speech_mode: str
    evidence: Evidence
    confidence: float
    coder: CoderVersion
    background: bool = False
    unit_level: str | None = None
    format: str | None = None
    disclosure: str | None = None
    third_party_involvement: str | None = None
    strategy: list[str] | None = None
    outcome: str | None = None
    ceasefire: Ceasefire | None = None
    agreement_class: str | None = None
    form: str | None = None
