"""What being kept out makes of a participant: the role `excluded`, mode, scope and who keeps him out (codebook 1.16, 2.11)."""

from __future__ import annotations

from dragoman.coder.exclusion import Kept
from dragoman.coder.filled import Filled, one_each
from dragoman.coder.judge import Candidate
from dragoman.coder.not_there import NO
from dragoman.coder.phrases import preposition
from dragoman.coder.third_parties import ThirdPartyWords
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import Exclusion

_SPECIFIC = 4
"""Least priority of a trigger whose mode holds against that of a run of words."""
_BARELY = frozenset(
    {"without", "hardly", "barely", "only", "merely", "late", "after", "nobody", "none", "nothing", "instead", "but"}
)
"""Words by which somebody is told or asked too late, or others are."""
_AT_TABLE = frozenset({"party", "participant"})
"""Roles that nobody has in the talks from which he is kept."""


def is_included(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether the model took for an exclusion that somebody is asked or informed: "Turkey was consulted", with no word that denies it.

    Not "told": "the mayor was told by a neighbour" does tell of one (two of four in the development half).
    """
    if candidate.label != "exclusion_declared" or candidate.ruling is not None:
        return False
    tokens = [sentence.tokens[i] for i in candidate.words if sentence.tokens[i].lemma.lower() != "tell"]
    told = any(
        t.lemma.lower() in words.negated_passives or t.text.lower().removesuffix("ed") in words.negated_passives
        for t in tokens
    )
    low = {t.text.lower() for t in sentence.tokens}
    said = " ".join(sentence.tokens[i].lemma.lower() for i in candidate.words)
    admitted = said.startswith(words.admitting)
    return (told or admitted) and not low & (NO | _BARELY)


def with_exclusions(people: list[Filled], kept_out: list[Kept]) -> list[Filled]:
    """Participants with those kept out in role `excluded`, whatever other role was read for the same words."""
    if not kept_out:
        return people
    heads = {k.mention.head for k in kept_out}
    # Where the wording names who is kept out, whom the model takes for excluded besides is somebody else of the sentence.
    theirs = frozenset[int]().union(*(k.phrase for k in kept_out)) | heads
    beside = frozenset[int]().union(*(k.beside for k in kept_out))
    people = [
        f for f in people
        if f.role != "excluded" or f.rule != "model" or f.mention.head in theirs or (f.mention.pronoun and f.mention.head in beside)
    ]  # fmt: skip
    out = {k.mention.resolution.actor for k in kept_out} - {None}
    rest = [
        f for f in people
        if f.role in ("excluded", "boycotting")
        or (f.mention.head not in heads and (f.role not in _AT_TABLE or f.mention.resolution.actor not in out))
    ]  # fmt: skip
    taken = {f.mention.head for f in rest}
    added = [
        Filled(k.mention, "excluded", 1.0, f"wording '{k.wording}'") for k in kept_out if k.mention.head not in taken
    ]
    return sorted(one_each([*rest, *added]), key=lambda f: f.mention.first)


def exclusion_of(
    filled: Filled,
    candidate: Candidate,
    kept_out: list[Kept],
    asserter: str | None,
    *,
    reason: str = "not_stated",
    by: str | None = None,
) -> Exclusion:
    """Mode by the wording that keeps the participant out, else by the trigger's, else not_invited (the commonest, rule R9).

    Args:
        reason: what the sentence says to be the reason (codebook 1.16). by: id of the actor who keeps it out, None where not told.
    """
    if filled.role == "boycotting":
        return Exclusion(mode="self_excluded", asserted_by=asserter, excluded_by="self", reason=reason)
    own = next((k for k in kept_out if k.mention.head == filled.mention.head), None)
    told = candidate.rule.trigger.exclusion if candidate.rule is not None else None
    mode, scope = "not_invited", "table"
    if told is not None and (own is None or own.mode == "not_invited" or _sure(candidate, own)):
        mode, scope = told.mode, told.scope
    elif own is not None:
        mode, scope = own.mode, own.scope
    return Exclusion(mode=mode, asserted_by=asserter, scope=scope, excluded_by=by, reason=reason)


def _sure(candidate: Candidate, kept: Kept) -> bool:
    """Whether a trigger of the highest priorities names the same actor in its excluded slot: it knows more than a run of words."""
    rule = candidate.rule
    if rule is None or rule.trigger.exclusion is None or rule.trigger.priority < _SPECIFIC:
        return False
    return kept.mention.head in rule.slots.get(rule.trigger.exclusion.who, [])


def excluder(people: list[Filled], candidate: Candidate) -> str | None:
    """Who shuts somebody out, as actor id: who acts in an exclusion or a veto; of other events the excluder is not told."""
    if candidate.label not in group("exclusions"):
        return None
    out = {f.mention.resolution.actor for f in people if f.role == "excluded"}
    acting = (f.mention.resolution.actor for f in people if f.role in ("initiator", "convener", "host"))
    return next((actor for actor in acting if actor and actor not in out), None)


def invited_somewhere(sentence: Sentence, candidates: list[Candidate]) -> bool:
    """Whether somebody is not invited to a city, which stands for the talks there: "was not invited to Sochi"."""
    verbs = [i for c in candidates for i in c.words if sentence.tokens[i].lemma.lower() == "invite"]
    goals = (c for v in verbs for c in sentence.dependents(v, "obl") if preposition(sentence, c) == "to")
    return any(sentence.tokens[c].name.endswith("LOC") for c in goals)
