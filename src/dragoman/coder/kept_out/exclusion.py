"""Who is kept out, and how (codebook 1.16, 2.11, rule R9): wordings of exclusion tied to the event they keep somebody from.

Three kinds of wording: a trigger of the ontology that names its excluded slot ("not invited"), a phrase of the lexicon with the place
where the excluded actor stands ("excluding", "in the absence of"), and the grammar of "without X" and "by A, not B".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NO
from dragoman.coder.grammar.likewise import listed, part_of_next
from dragoman.coder.grammar.not_there import denied_agent, denied_alone, denied_shortly, stayed_out
from dragoman.coder.grammar.phrases import conjuncts, is_personal_pronoun, names_nobody, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.kept_out.denials import absence_of, not_so, of_none, out_of_ground
from dragoman.coder.kept_out.disclaimed import disclaimers
from dragoman.coder.kept_out.kept import (
    ABSENCE,
    ABSENT,
    DISCLAIMED,
    OVER_HEADS,
    SET_ASIDE,
    WITHOUT,
    Kept,
    add,
    add_likewise,
)
from dragoman.coder.kept_out.set_aside import set_aside
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.ontology.lexicon import ExclusionWording

_SUPPOSING = frozenset({"would", "could", "can"})
_PAST = frozenset({("over", "head"), ("behind", "back")})
_FLYING = frozenset({"fly", "hang", "hover", "pass", "fire"})
_EVERYBODY = frozenset({"everyone", "everybody", "one", "people"})
_WINDOW = 7
"""Words after a phrase in which the excluded actor's phrase must begin."""


def exclusions(
    sentence: Sentence, mentions: Mentions, wordings: Sequence[ExclusionWording], words: ThirdPartyWords
) -> list[Kept]:
    """Everybody whom the sentence says to be kept out."""
    found: list[Kept] = []
    lower = [t.text.lower() for t in sentence.tokens]
    present = set(lower)
    for wording in wordings:
        run = _run(wording.words)
        if not present.issuperset(run):
            continue
        for start in range(len(lower) - len(run) + 1):
            if lower[start : start + len(run)] == run:
                span = list(range(start, start + len(run)))
                for i in (
                    ()
                    if not_so(sentence, span) or out_of_ground(sentence, span, words)
                    else _stands(sentence, span, wording.who)
                ):
                    if wording.mode == "replaced" and _one_place_for_another(sentence, span[0], i):
                        continue
                    add(found, sentence, mentions, i, wording.mode, wording.scope, span, wording.words)
    for token in sentence.tokens:
        mode = words.negated_passives.get(token.lemma.lower())
        if mode and token.upos == "VERB" and is_passive(sentence, token.i):
            subjects = of_none(sentence, verb_slots(sentence, token.i)["patient"])
            alone = [j for j in subjects if denied_alone(sentence, j)]
            rest = [j for j in subjects if j not in alone]
            none = any(names_nobody(sentence, s) for s in sentence.dependents(token.i, "nsubj:pass"))
            out = [
                *(rest if none or negated(sentence, token.i, rest) else []),
                *alone,
                *denied_shortly(sentence, token.i),
            ]
            scope = "information" if mode == "not_informed" else "table"
            for j in out:
                add(found, sentence, mentions, j, mode, scope, [token.i], f"not {token.text}")
    for absent in stayed_out(sentence, words.events):
        unsaid = f"not {sentence.tokens[absent.verb].text}"
        add(
            found,
            sentence,
            mentions,
            absent.who,
            ABSENT,
            "table",
            [absent.verb],
            unsaid,
            nobody=True,
            silent=absent.silent,
        )
    for i, text in enumerate(lower):
        if text == "without":
            for j in _without(sentence, i, words, mentions):
                favour = sentence.tokens[sentence.tokens[i].head].lemma.lower() in words.favours
                add(found, sentence, mentions, j, "not_invited", "table", [i], WITHOUT, silent=favour)
        elif text == "not" and (other := denied_agent(sentence, i)) is not None and not did_not_sign(sentence, other):
            add(found, sentence, mentions, other, "bypassed_in_deal", "table", [i], "by others, not")
    for other, mode, word in set_aside(sentence, words):
        add(found, sentence, mentions, other, mode, "table", [word], SET_ASIDE, nobody=mode == ABSENT)
    for away, noun in absence_of(sentence, words.events):
        add(found, sentence, mentions, away, ABSENT, "table", [noun], ABSENCE)
    for own, no_part in disclaimers(sentence, mentions, words):
        add(found, sentence, mentions, own, ABSENT, "table", no_part, DISCLAIMED, silent=True)
    for j, noun in _over_heads(sentence):
        add(found, sentence, mentions, j, "bypassed_in_deal", "table", [noun], OVER_HEADS)
    add_likewise(found, sentence, mentions)
    return found


def did_not_sign(sentence: Sentence, other: int) -> bool:
    """Whether all that is denied of somebody is that he signed, which passes nobody over: "signed by the North, but not by the South"."""
    signs = lexicon.load().classes["sign"]
    above = list(sentence.ancestors(other))[:2]
    return any(sentence.tokens[k].lemma.lower() in signs for k in above)


def _one_place_for_another(sentence: Sentence, first: int, i: int) -> bool:
    """Whether a place stands in for a place, which keeps nobody out: "will meet in Tehran instead of Ashgabat"."""
    before = sentence.tokens[first - 1] if first else None
    return (
        before is not None
        and before.name.endswith("LOC")
        and sentence.tokens[i].name.endswith("LOC")
        and any(preposition(sentence, k) in ("in", "at", "to") for k in (before.i, before.head) if k >= 0)
    )


def _over_heads(sentence: Sentence) -> list[tuple[int, int]]:
    """(whose, noun) of "over their heads" and "behind the rebels' backs"."""
    return [
        (owner, token.i)
        for token in sentence.tokens
        if (preposition(sentence, token.i), token.lemma.lower()) in _PAST and matches(token.relation, ("obl", "nmod"))
        for owner in sentence.dependents(token.i, "nmod:poss")
        if sentence.tokens[owner].text.lower() not in _EVERYBODY
        and sentence.tokens[token.head].lemma.lower() not in _FLYING
    ]


@cache
def _run(words: str) -> list[str]:
    return words.split()


def negated(sentence: Sentence, verb: int, subjects: list[int]) -> bool:
    """Whether a clause says no: "not", "never" at the verb or its auxiliary, "neither", "nor", "no" at its subject."""
    own = ("aux", "cop")  # not the "was" of "A was invited, but B was not"
    near = [verb, *subjects, *sentence.dependents(verb, *own)]
    return any(sentence.tokens[c].text.lower() in NO for i in near for c in sentence.children[i])


def _stands(sentence: Sentence, span: list[int], who: str) -> list[int]:
    """Heads of the phrases that a wording keeps out."""
    if who == "subject":
        if (inverted := _behind_copula(sentence, span[0])) is not None:
            return conjuncts(sentence, inverted)
        for word in reversed(span):
            for verb in (word, *sentence.ancestors(word)):
                if sentence.tokens[verb].upos in ("VERB", "ADJ", "NOUN", "AUX"):
                    slots = verb_slots(sentence, verb)
                    given = sentence.dependents(verb, "iobj")
                    if given and verb not in span and not is_passive(sentence, verb):
                        return [
                            k for i in given for k in conjuncts(sentence, i)
                        ]  # "gave the Kurds no role in the talks"
                    shut_out = _active_objects(sentence, verb, span) if verb in span else []
                    if shut_out or shut_out is None:
                        return shut_out or []
                    subjects = (
                        slots["patient"]
                        if _passive_wording(sentence, verb, slots)
                        else slots["agent"] or slots["patient"]
                    )
                    if verb in span and subjects == [sentence.tokens[verb].head]:
                        # "anger at being elbowed aside": whoever is angry
                        subjects = [s for s in subjects if _may_act(sentence, s)]
                    if subjects:
                        return [s for s in subjects if s not in span]
        return []
    last = span[-1]
    passive = next((i for i in span if sentence.tokens[i].upos == "VERB"), None)
    if passive is not None and last + 1 < len(sentence) and sentence.tokens[last + 1].text.lower() == "by":
        # "complained of being sidelined by Kabul": whoever does it is not kept out
        return [i for i in verb_slots(sentence, passive)["patient"] if i not in span]
    if who in ("after", "object"):
        for token in sentence.tokens[last + 1 : last + 1 + _WINDOW]:
            if token.upos in ("PROPN", "NOUN", "PRON") and not part_of_next(sentence, token.i):
                return list(dict.fromkeys([*conjuncts(sentence, token.i), *listed(sentence, token.i)]))
        return []
    owners = [i for i in sentence.dependents(span[0], "nmod", "compound", "amod") if i < span[0]]
    return (
        owners[-1:]
        or [
            k  # "Iran was invited, but the invitation was withdrawn"
            for t in sentence.tokens[: span[0]]
            if t.lemma.lower() == "invite" and t.upos == "VERB"
            for k in verb_slots(sentence, t.i)["patient"]
        ]
    )


def _may_act(sentence: Sentence, i: int) -> bool:
    """Whether a noun means people, a body or somebody by name."""
    token = sentence.tokens[i]
    return token.mention in ("person", "organization") or token.upos in ("PROPN", "PRON") or token.name != "O"


def _behind_copula(sentence: Sentence, adjective: int) -> int | None:
    """The subject behind an adjective that opens its sentence: "absent from the talks was Iran"."""
    token = sentence.tokens[adjective]
    if token.upos != "ADJ" or token.head <= adjective or not matches(token.relation, ("amod",)):
        return None
    return token.head if sentence.dependents(token.head, "cop") else None


def _active_objects(sentence: Sentence, verb: int, span: list[int]) -> list[int] | None:
    """Whom an active verb of exclusion shuts out: "Moscow sidelined the UN"; none where its object is part of the wording, None where
    nobody is shut out."""
    if sentence.tokens[verb].upos != "VERB" or is_passive(sentence, verb):
        return []
    objects = sentence.dependents(verb, "obj")
    if sentence.tokens[verb].lemma.lower() in lexicon.load().classes["withholding"] and sentence.dependents(
        verb, "nsubj"
    ):
        # "denied a visa to the delegates", "refused them a visa"
        slots = verb_slots(sentence, verb)
        whom = slots["to"] + (slots["patient"] if sentence.dependents(verb, "iobj") else [])
        return [j for j in whom if j not in span] or None
    if not objects and sentence.tokens[verb].lemma.lower() == "keep" and sentence.dependents(verb, "nsubj"):
        return None  # "kept out of the talks" himself
    return [] if any(o in span for o in objects) else [j for o in objects for j in conjuncts(sentence, o)]


def _passive_wording(sentence: Sentence, verb: int, slots: dict[str, list[int]]) -> bool:
    return bool(slots["patient"]) and any(
        sentence.tokens[c].relation in ("nsubj:pass", "aux:pass") for c in sentence.children[verb]
    )


def _without(sentence: Sentence, i: int, words: ThirdPartyWords, mentions: Mentions) -> list[int]:
    """ "without X", "without the involvement of X", "without X's consent"; gerunds ("without consulting X") are wordings of their own."""
    noun = sentence.tokens[i].head
    if noun < 0 or sentence.tokens[noun].upos not in ("NOUN", "PROPN", "PRON") or _only_supposed(sentence, noun):
        return []
    if is_personal_pronoun(sentence, noun):
        # "was settled without them", "sit down without us"
        return [noun] if mentions.at(sentence, noun).known or sentence.tokens[noun].text.lower() == "us" else []
    if sentence.tokens[noun].lemma.lower() not in {*words.participation, *words.favours}:
        return [j for j in conjuncts(sentence, noun) if _may_be_missed(sentence, j)]
    found: list[int] = []
    for child in sentence.children[noun]:
        relation = sentence.tokens[child].relation
        if (
            relation == "nmod:poss"
            or (matches(relation, ("nmod",)) and preposition(sentence, child) in ("of", "by", "from", "for"))
            or (matches(relation, ("amod", "compound")) and sentence.tokens[child].text[:1].isupper())
        ):
            found += conjuncts(sentence, child)
    return found


def _may_be_missed(sentence: Sentence, i: int) -> bool:
    """Whether who is named behind "without" is somebody by name or one known: "without the country's army", not "without observers"."""
    token = sentence.tokens[i]
    known = any(sentence.tokens[c].lemma.lower() == "the" for c in sentence.dependents(i, "det"))
    known = known or any(
        sentence.tokens[c].upos != "PRON" for c in sentence.dependents(i, "nmod:poss")
    )  # not "their lawyers"
    return token.upos == "PROPN" or (known and token.mention in ("person", "organization"))


def _only_supposed(sentence: Sentence, noun: int) -> bool:
    """Whether "without X" tells what would be or cannot be: "without Qatar there would have been no agreement"."""
    if matches(sentence.tokens[noun].relation, ("nmod",)):
        return False  # "a meeting without Tehran could not go far"
    for verb in sentence.ancestors(noun):
        below = [sentence.tokens[c] for c in sentence.children[verb]]
        supposed = any(t.relation == "aux" and t.lemma.lower() in _SUPPOSING for t in below)
        none = any(t.text.lower() == "no" for c in below if matches(c.relation, ("nsubj",)) for t in
                   (sentence.tokens[k] for k in sentence.children[c.i]))  # fmt: skip
        if supposed or none:
            return True
        if sentence.tokens[verb].upos == "VERB":
            return False
    return False
