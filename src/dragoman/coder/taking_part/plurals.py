"""Whom a plural in a role stands for: "both sides", "the two leaders", "neither side" are those that the text has told of before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import ASSISTANTS, MEDIATORS, THIRD_PARTIES
from dragoman.coder.grammar.phrases import names_nobody, preposition
from dragoman.coder.names.coreference_words import load
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.several import pair_that_met
from dragoman.coder.taking_part.standing import Standing, who_just_met, who_met_here
from dragoman.language.parse import Sentence
from dragoman.ontology import group

LOOK_BACK = 12
"""Events with parties looked back over for those that "both sides" are: as many as `implied.py`, where the number was measured."""
_BARE = frozenset({"two", "both", "the two"})
_SIDES = frozenset({"side", "party"})
_FACING = _SIDES | {"delegation", "camp", "team", "panel", "belligerent", "foe", "rival", "enemy", "both", "two"}
"""Nouns for those who stand over against one another: who refuses talks and whose they are, as well as two who met."""
_FUNCTIONS = {
    "mediator": MEDIATORS, "co-mediator": MEDIATORS, "broker": MEDIATORS, "facilitator": MEDIATORS,
    "guarantor": frozenset({"guarantor"}), "observer": frozenset({"observer"}), "sponsor": frozenset({"sponsor"}),
}  # fmt: skip
_OF_STATES = frozenset(
    {"president", "minister", "premier", "king", "monarch", "country", "nation", "state", "capital", "government"}
)
"""Nouns for states and those who lead them: no movement is one of "the two countries"."""
_LEADING = frozenset({"leader"})
"""Nouns for those who lead states or movements: who is told of by his state's name may be one of "the two leaders"."""
_OF_MOVEMENTS = frozenset({"group", "movement", "faction", "militia", "organisation", "organization"})
_GOVERNED = frozenset({"country", "nation", "state", "capital", "government"})
"""What somebody acts for who meets another: "Lavrov met Wang Yi. Both governments"."""
_A_PAIR = 2
_OFFERS = frozenset({"mediation_offered", "venue_offered", "talks_called_for", "ceasefire_called_for"})
"""What outsiders do about a conflict of others."""
_STATED = "joint_declaration"
_STATES = frozenset({"state", "government_body", "de_facto_entity"})


def _one_of(sentence: Sentence, plural: Mention) -> bool:
    """Whether a plural is told of one of those it joins only, nobody says of which: "one of the delegations"."""
    if plural.sentence != sentence.index:
        return False
    tokens = sentence.tokens
    above = tokens[plural.head].head
    of = above >= 0 and tokens[above].text.lower() == "one" and preposition(sentence, plural.head) == "of"
    return of or tokens[plural.head].text.lower() == "one"


def told_apart(
    sentence: Sentence, mentions: Mentions, people: Sequence[Filled], earlier: Sequence[Sequence[Mention]],
    outsiders: AbstractSet[str] = frozenset(), helpers: Sequence[Sequence[Filled]] = (),
    sentences: Sequence[Sentence] = (), facing: Sequence[Sequence[Mention]] = (), standing: Standing | None = None,
    absent: AbstractSet[str] = frozenset(),
) -> list[Filled]:  # fmt: skip
    """The participants, with a plural replaced by those it joins, each with the plural's words.

    Args:
        earlier: parties of each event told before, in order.
        outsiders: actors who last were third parties in the text and not parties: none of "both sides".
        helpers: third parties of each event told before: where these two assist, they may be "the two countries".
        sentences: of the text, to find two who met.
        facing: who stood over against whom in each event told before (`over_against`).
        standing: the two foes of whom the text speaks most.
        absent: who is kept out of the talks told of so far.
    """
    result: list[Filled] = []
    parties_alone = earlier
    for filled in people:
        plural = mentions.plural_of(sentence, filled.mention)
        count = 0 if _one_of(sentence, plural) else mentions.counted(sentence, plural)
        opposed = sentence.tokens[plural.head].lemma.lower() in _FACING and plural.sentence == sentence.index
        earlier = (facing or parties_alone) if opposed else parties_alone
        taken = {f.mention.resolution.actor for f in people if f is not filled and not f.mention.pronoun} - {None}
        assist = filled.role in ASSISTANTS
        joined = _assisting(sentence, plural, count, helpers)
        if count and not joined:
            joined = (
                _of_last(plural, sentence, count, [[f.mention for f in told] for told in helpers]) if assist else []
            )
            # whoever helps may be "the two countries" that urge others to talk, but none of "both sides"
            any_may = assist or (
                filled.role == "initiator" and sentence.tokens[plural.head].lemma.lower() in _OF_STATES
            )
            joined = joined or _joined(
                sentence,
                mentions,
                plural,
                count,
                earlier,
                frozenset() if any_may else outsiders,
                sentences,
                standing,
                absent,
            )
        if not count and not joined and filled.role == "party" and _unnumbered(sentence, plural):
            joined = _of_last_two(plural, sentence, facing or parties_alone)
        named = {m.resolution.actor for m in joined}
        alike = {f.mention.resolution.actor for f in people if f is not filled and f.role == filled.role}
        if filled.role == "party" and count and taken & named and taken & named <= alike and not named <= taken:
            # "Kim came to Panmunjom, where the two sides ended the war": the other one is meant, too
            joined = [m for m in joined if m.resolution.actor not in taken]
            named = {m.resolution.actor for m in joined}
        if count and taken & named and not named <= taken:
            # "Libya reconciled the two": none of the two
            others = [[m for m in parties if m.resolution.actor not in taken] for parties in earlier]
            joined = _joined(sentence, mentions, plural, count, others, outsiders, sentences, standing, absent, taken)
            named = {m.resolution.actor for m in joined}
        if not joined or taken & named:
            # "mediates between the two" and "neither side attacked" alone tell nobody
            alone = count and (
                plural.text.lower() in _BARE or (filled.rule != "model" and names_nobody(sentence, plural.head))
            )
            if (not joined and not alone) or (
                joined and not named <= taken
            ):  # "the two leaders" beside both by name are nobody else
                result.append(filled)
            continue
        for member in joined:
            why = f"one of '{filled.mention.text}', '{member.text}'"
            resolution = msgspec.structs.replace(member.resolution, why=why)
            result.append(
                msgspec.structs.replace(filled, mention=msgspec.structs.replace(filled.mention, resolution=resolution))
            )
    return result


def over_against(type_: str, people: Sequence[Filled], foes: Callable[[str, str], bool],
                 outsiders: Callable[[Sequence[Resolution]], bool], told: Sequence[Sequence[Mention]] = ()) -> list[Mention]:  # fmt: skip
    """Who stands over against whom in an event: its parties, or one who refuses, breaks off, attacks or accuses, and the other one.

    "Manila cancelled talks with the NDF" has two sides, and "Sudan accused the RSF of shelling"; "Britain accused Russia" has none unless
    they are foes by the table of conflicts, nor has a statement of two who tell of a war of others. Where two sides were `told` before
    in the text, who only attacks or accuses the other makes no new ones.
    """
    parties = [f.mention for f in people if f.role == "party"]
    hosts = {f.mention.resolution.actor for f in people if f.role in THIRD_PARTIES}
    if len({m.resolution.actor for m in parties} - hosts) > 1:
        stated = type_ == _STATED and outsiders([m.resolution for m in parties])
        return [] if stated else [m for m in parties if m.resolution.actor not in hosts]
    doers = [f.mention for f in people if f.role == "initiator"]
    others = [f.mention for f in people if f.role in ("recipient", "party")]
    one, other = ({m.resolution.actor for m in those} for those in (doers, others))
    if (
        not others
        and len(one) == _A_PAIR == len(doers)
        and None not in one
        and foes(*(m.resolution.actor or "" for m in doers))
    ):
        return doers  # "Indian and Pakistani troops traded fire"
    if len(one) != 1 or len(other) != 1 or one == other:
        return parties
    first, second = one.pop(), other.pop()
    sides_told = any(len(some) > 1 for some in told)
    apart = type_ in group("refusals_of_talks") or (not sides_told and first and second and foes(first, second))
    if first is None or second is None or not apart:
        return parties
    return [doers[0], others[0]]


def offering(
    type_: str | None, people: Sequence[Filled], earlier: Sequence[Sequence[Mention]], foes: Callable[[str, str], bool]
) -> set[str]:
    """Who only offers to help or calls on others to stop, and was no party beside a foe before: none of "both countries" told of afterwards."""
    if type_ not in _OFFERS:
        return set()
    ever = {
        m.resolution.actor
        for told in earlier
        for m in told
        if any(foes(m.resolution.actor or "", other.resolution.actor or "") for other in told)
    }
    named = {f.mention.resolution.actor for f in people if f.role == "initiator"}
    return {actor for actor in named - ever if actor}


def _joined(
    sentence: Sentence, mentions: Mentions, plural: Mention, count: int, earlier: Sequence[Sequence[Mention]],
    outsiders: AbstractSet[str], sentences: Sequence[Sentence], standing: Standing | None, absent: AbstractSet[str],
    taken: AbstractSet[str | None] = frozenset(),
) -> list[Mention]:  # fmt: skip
    """The parties of the last event that had so many; else those whom the text has named together last, of sides only in a row.

    Two who stand over against one another are foes rather than others.
    """
    lemma = sentence.tokens[plural.head].lemma.lower()
    facing = standing if lemma in _FACING and count == _A_PAIR else None
    if facing is not None and (met := who_met_here(sentence, plural, mentions)):
        return met
    if lemma in _GOVERNED and count == _A_PAIR and (met := pair_that_met(sentence, plural.first, mentions)):
        return met  # "Obama spoke with King Salman about what both governments call a threat"
    if found := _of_last(plural, sentence, count, earlier):
        return facing.rather(found, outsiders, absent) if facing else found

    def fits(mention: Mention) -> bool:
        return mention.resolution.actor not in outsiders | taken and _may_be(lemma, mention)

    found = mentions.members(sentence, plural, in_a_row=lemma in _SIDES, fits=fits)
    if not found and (lemma in _OF_STATES or lemma in _LEADING):
        found = mentions.members(sentence, plural, in_a_row=True, fits=fits, states=True)
    if not found and lemma in _GOVERNED | _SIDES and count == _A_PAIR:
        found = who_just_met(sentences, sentence, mentions)
    if facing is not None:
        found = (
            facing.rather(found, outsiders, absent) if found else [m for m in facing.two(outsiders, absent) if fits(m)]
        )
        found = found if len(found) == _A_PAIR else []
    if not found and standing is not None and count == _A_PAIR:
        ahead = mentions.members(sentence, plural, in_a_row=True, fits=lambda m: fits(m) and m.actor not in absent,
                                 states=lemma in _LEADING, ahead=True)  # fmt: skip
        found = ahead if standing.opposed(ahead) else []
    return found


def _assisting(sentence: Sentence, plural: Mention, count: int, helpers: Sequence[Sequence[Filled]]) -> list[Mention]:
    """Whom "the mediators", "the two mediators" or "both guarantors" means: those who last were so together."""
    token = sentence.tokens[plural.head]
    roles = _FUNCTIONS.get(token.lemma.lower())
    if (
        roles is None
        or plural.sentence != sentence.index
        or plural.resolution.actor is not None
        or token.text.lower() == token.lemma.lower()
    ):
        return []
    before = [sentence.tokens[c] for c in sentence.children[plural.head] if c < plural.head]
    definite = any(t.text.lower() in ("the", "both", "these") for t in before)
    if (
        not definite
        or any(t.upos not in ("DET", "NUM", "PUNCT") for t in before)
        or sentence.dependents(plural.head, "nmod")
    ):
        return []
    for told in reversed(helpers[-LOOK_BACK:]):
        known = {f.mention.resolution.actor: f.mention for f in told if f.role in roles and f.mention.resolution.actor}
        if len(known) > 1 and len(known) == (count or len(known)):
            return list(known.values())
    return []


def _of_last(plural: Mention, sentence: Sentence, count: int, earlier: Sequence[Sequence[Mention]]) -> list[Mention]:
    """Those of the last event with so many of whom all may be meant."""
    lemma = sentence.tokens[plural.head].lemma.lower()
    for people in reversed([some for some in earlier if some][-LOOK_BACK:]):
        known = {m.resolution.actor: m for m in people if m.resolution.actor}
        if len(known) == count and all(_may_be(lemma, m) for m in known.values()):
            return list(known.values())
    return []


def _unnumbered(sentence: Sentence, plural: Mention) -> bool:
    """Whether a plural is "the leaders" or "delegations", of nobody in particular and of no kind."""
    token = sentence.tokens[plural.head]
    if plural.sentence != sentence.index or plural.actor is not None or token.lemma.lower() not in load().at_table:
        return False
    below = [sentence.tokens[c] for c in sentence.children[plural.head]]
    bare = all(t.text.lower() == "the" or t.upos in ("PUNCT", "ADP") for t in below)
    return bare and token.text.lower() != token.lemma.lower()


def _of_last_two(plural: Mention, sentence: Sentence, earlier: Sequence[Sequence[Mention]]) -> list[Mention]:
    """The parties of the last event that had more than one, where those are two."""
    several = (some for some in reversed(earlier) if len({m.actor for m in some}) > 1)
    last = next(several, [])
    return _of_last(plural, sentence, _A_PAIR, [last]) if last else []


def _may_be(lemma: str, mention: Mention) -> bool:
    """Whether somebody may be one of "the two countries" or "the two presidents", which no movement is, of "two groups", which no state is,
    or of "the two men", which a state by its name is not."""
    kind = mention.resolution.actor_type
    if lemma in load().by_name and mention.text == mention.name and kind in _STATES:
        return False
    return (lemma not in _OF_STATES or kind in _STATES) and (lemma not in _OF_MOVEMENTS or kind != "state")
