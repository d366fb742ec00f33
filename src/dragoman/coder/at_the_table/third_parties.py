"""Third parties tied to an event by the wording itself: "brokered by Oman", "U.N.-mediated", "under the auspices of the AU"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.at_the_table.company import with_company
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.not_there import NO
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.language.parse import Sentence, matches

_RELATIVE = frozenset({"who", "which", "that"})
_NEAR = 5
"""Words after the event noun in which its participle may begin ("talks, to be soon brokered by")."""
_GOVERNED = frozenset({"to", "from", "of", "in", "at", "into", "for", "out"})
"""Prepositions with which a verb has its talks: "returned to", "walked out of", "agreed to"; "after" and "during" tie other events."""


def third_parties(
    sentence: Sentence, trigger: list[int], words: ThirdPartyWords, *, text: bool = False
) -> list[tuple[int, str, str]]:
    """(head word of the third party's phrase, role, wording) for each third party that the wording ties to the event.

    `text`: the event is a truce, an evacuation or an exchange, which third parties also "negotiate" or "arrange".
    """
    if text:
        words = msgspec.structs.replace(words, verbs={**words.verbs, **words.text_verbs})
    found: list[tuple[int, str, str]] = []
    for i in event_nouns(sentence, trigger, words):
        for child in _with_joined(sentence, sentence.children[i]):
            token = sentence.tokens[child]
            role = None if for_a_side(sentence, child, words) or _only_wanted(sentence, child) else words.tied_by(token)
            if matches(token.relation, ("acl",)) and is_passive(sentence, child):
                # "a truce negotiated with the help of Carter"
                helped = (
                    c for c in sentence.dependents(child, "obl") if preposition(sentence, c) in words.prepositions
                )
                found += [item for c in helped for item in _of_noun(sentence, c, words)]
            if role and token.relation == "conj":
                found += [(f, role, token.text) for f in verb_slots(sentence, child)["by"]]
            elif role and matches(token.relation, ("acl",)):
                if is_passive(sentence, child):
                    found += [(f, role, token.text) for f in verb_slots(sentence, child)["agent"]]
                elif words.verb(token.lemma) and (token.relation == "acl:relcl" or sentence.dependents(child, "nsubj")):
                    found += [(f, role, token.text) for f in verb_slots(sentence, child)["agent"] if f != i]
            elif role and matches(token.relation, ("amod", "compound")) and child < i:
                names = [
                    c
                    for c in sentence.children[child]
                    if c < child and sentence.tokens[c].upos in ("PROPN", "ADJ", "NOUN")
                ]
                names += [] if names else _before_hyphen(sentence, child) or _right_before(sentence, child)
                found += [
                    (name, role, token.text) for first in names for name in conjuncts(sentence, first) if name < i
                ]
            elif matches(token.relation, ("nmod", "obl")) and preposition(sentence, child) in words.prepositions:
                found += _of_noun(sentence, child, words)
        found += _by_governor(sentence, i, words)
        found += _participle_after(sentence, i, words)
        found += _participle_below(sentence, i, words)
    for i in trigger:
        role = words.verb(sentence.tokens[i].lemma)
        if role and sentence.tokens[i].upos == "VERB":
            found += [(f, role, sentence.tokens[i].text) for f in verb_slots(sentence, i)["agent"]]
    whole = [(k, role, wording) for i, role, wording in found for k in with_company(sentence, i, words.bodies)]
    return _unique([item for item in whole if _may_assist(sentence, item[0], words)])


def _with_joined(sentence: Sentence, children: Sequence[int]) -> list[int]:
    """The words below a noun, with the participles joined to one of them: "hosted by Ghana and chaired by Nigeria"."""
    joined = [
        k for c in children if matches(sentence.tokens[c].relation, ("acl",)) and is_passive(sentence, c)
        for k in sentence.dependents(c, "conj")
        if sentence.tokens[k].upos == "VERB" and any(preposition(sentence, b) == "by" for b in sentence.children[k])
    ]  # fmt: skip
    return [*children, *joined]


def _participle_after(sentence: Sentence, last: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "talks to be brokered by Oman", however the parser hangs the participle: it stands right after the noun, with "by"."""
    for token in sentence.tokens[last + 1 : last + 1 + _NEAR]:
        role = None if for_a_side(sentence, token.i, words) or _only_wanted(sentence, token.i) else words.tied_by(token)
        if role and token.upos in ("VERB", "ADJ") and is_passive(sentence, token.i):
            slots = verb_slots(sentence, token.i)
            led = [i for i in slots["patient"] if i != last and sentence.tokens[i].lemma.lower() in words.led]
            # "the delegation at the talks was led by": it was, and not the talks
            return [] if led else [(f, role, token.text) for f in slots["by"]]
        if token.upos not in ("AUX", "PART", "ADV", "PUNCT", "PRON"):
            return []
    return []


def _participle_below(sentence: Sentence, head: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "negotiations with the rebels, brokered by Oman": hung on the party named last, though it is talks that are brokered."""
    if sentence.tokens[head].upos != "NOUN":
        return []
    found: list[tuple[int, str, str]] = []
    for i in sentence.subtree(head):
        token = sentence.tokens[i]
        role = words.verb(token.lemma)
        if i <= head or not role or not matches(token.relation, ("acl",)) or token.head == head:
            continue
        # A militia, too, may be "sponsored by"; what only talks can be is said of the talks.
        of_talks = token.lemma.lower() in words.of_talks or not acts(sentence, token.head, words)
        if of_talks and is_passive(sentence, i):
            found += [(f, role, token.text) for f in verb_slots(sentence, i)["by"]]
    return found


def _only_wanted(sentence: Sentence, participle: int) -> bool:
    """Whether talks are only "called for"."""
    after = sentence.tokens[participle + 1].text.lower() if participle + 1 < len(sentence) else ""
    return sentence.tokens[participle].lemma.lower() == "call" and after == "for"


def for_a_side(sentence: Sentence, participle: int, words: ThirdPartyWords) -> bool:
    """Whether talks are led for one of their sides: "led on the Sudanese side by a minister", "conducted for the government by"."""
    if not {sentence.tokens[participle].lemma.lower(), sentence.tokens[participle].text.lower()} & words.leading:
        return False
    for child in sentence.children[participle]:
        case = preposition(sentence, child)
        if case == "on" and sentence.tokens[child].lemma.lower() in words.sides:
            return True
        if case == "for" and acts(sentence, child, words) and sentence.tokens[child].mention != "time":
            return True
    return False


def event_nouns(sentence: Sentence, trigger: list[int], words: ThirdPartyWords) -> list[int]:
    """The trigger's words, and the nouns that name the same talks or text.

    "Round" or "series" above it ("a round of talks mediated by"), the talks below it ("the resumption of talks", "talks resumed",
    "walked out of talks", "agreed to attend talks"), and the noun of its relative clause ("talks that opened").
    """
    nouns = list(trigger)
    head = sentence.tokens[trigger[-1]]
    if head.relation == "nmod" and head.head >= 0 and preposition(sentence, head.i) == "of":
        nouns.append(head.head)
    for i in trigger:
        token = sentence.tokens[i]
        if token.upos == "VERB":
            verbs = [i, *sentence.dependents(i, "xcomp")]
            below = [c for verb in verbs for c in sentence.children[verb] if _governed(sentence, c, words)]
            parts = [n for n in below if sentence.tokens[n].lemma.lower() in words.participation]
            nouns += below
            nouns += [
                c
                for n in parts
                for c in sentence.children[n]
                if preposition(sentence, c) == "in" and not acts(sentence, c, words)
            ]
            if token.relation == "acl:relcl" and not acts(sentence, token.head, words):
                nouns.append(token.head)
        elif token.upos == "NOUN":
            below = sentence.dependents(i, "nmod")
            nouns += [c for c in below if preposition(sentence, c) == "of" and not acts(sentence, c, words)]
    return list(dict.fromkeys(nouns))


def _governed(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    """Whether a dependent of a verb may be the talks or the text that the verb is about: a thing, as subject, object or after "to"."""
    token = sentence.tokens[i]
    if token.upos != "NOUN" or acts(sentence, i, words):
        return False
    case = preposition(sentence, i)
    return (case is None and matches(token.relation, ("nsubj", "obj"))) or case in _GOVERNED


def acts(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    """Whether a word means people, an organisation or a place rather than an event."""
    token = sentence.tokens[i]
    if token.lemma.lower() in words.events or token.text.lower() in words.events:
        return False  # taggers take "talks" for people now and then
    return token.name != "O" or token.mention in ("person", "organization") or token.upos in ("PROPN", "PRON")


def _by_governor(sentence: Sentence, i: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """Third party as agent of the verb that has the event as object, or in a phrase beside it ("met under UN auspices")."""
    found: list[tuple[int, str, str]] = []
    token = sentence.tokens[i]
    while token.relation == "conj" and token.head >= 0:
        token = sentence.tokens[token.head]
    verb = (
        token.head
        if token.head >= 0 and matches(token.relation, (*OBJECTS, "obl", "nsubj"))
        else (i if token.upos == "VERB" else -1)
    )
    if verb < 0:
        return found
    role = None if _is_denied(sentence, verb) else words.verb(sentence.tokens[verb].lemma)
    if role and token.relation in OBJECTS:
        found += [(f, role, sentence.tokens[verb].text) for f in verb_slots(sentence, verb)["agent"] if f != i]
    if token.relation in OBJECTS:
        found += _beside(sentence, verb, i, words)
    for child in sentence.children[verb]:
        if matches(sentence.tokens[child].relation, ("obl",)) and preposition(sentence, child) in words.prepositions:
            found += _of_noun(sentence, child, words)
        found += _attending(sentence, child, words)
        found += _set_off(sentence, child, words)
    return found


def _is_denied(sentence: Sentence, verb: int) -> bool:
    """Whether "not" or "never" stands by a verb: "hosts the talks but does not mediate"."""
    return any(sentence.tokens[c].text.lower() in NO for c in sentence.children[verb])


def _beside(sentence: Sentence, verb: int, event: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "was signed by both and witnessed by Kenya", "Kenya hosted and mediated the talks": a second verb with the same event."""
    found: list[tuple[int, str, str]] = []
    above = sentence.tokens[verb].head
    others = [*sentence.dependents(verb, "conj"), *([above] if sentence.tokens[verb].relation == "conj" else [])]
    for other in others:
        token = sentence.tokens[other]
        role = words.verb(token.lemma)
        if (
            role is None
            or token.upos != "VERB"
            or _is_denied(sentence, other)
            or is_passive(sentence, verb) != _passive(sentence, other)
        ):
            continue
        own = [c for c in sentence.dependents(other, "obj", "nsubj:pass") if c != event]
        if not own:
            found += [
                (f, role, token.text)
                for f in verb_slots(sentence, other)["by" if _passive(sentence, other) else "agent"]
            ]
    return found


def _passive(sentence: Sentence, verb: int) -> bool:
    """Whether a coordinated verb is passive: "signed by both and witnessed by Kenya" has one auxiliary for two."""
    return is_passive(sentence, verb) or any(preposition(sentence, c) == "by" for c in sentence.children[verb])


def _set_off(sentence: Sentence, child: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "held talks with the rebels, brokered by Oman": hung on the verb, or on the party beside the talks."""
    token = sentence.tokens[child]
    beside = [c for c in sentence.subtree(child) if matches(sentence.tokens[c].relation, ("acl",))]
    for verb in [child] if token.relation == "advcl" else beside if matches(token.relation, ("obl",)) else []:
        role = words.verb(sentence.tokens[verb].lemma)
        if role and sentence.tokens[verb].lemma.lower() in words.of_talks and is_passive(sentence, verb):
            return [(f, role, sentence.tokens[verb].text) for f in verb_slots(sentence, verb)["by"]]
    return []


def _attending(sentence: Sentence, child: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "with Oman mediating": a participle with a subject of its own, however the parser ties the two."""
    token = sentence.tokens[child]
    found: list[tuple[int, str, str]] = []
    for verb in (child, *sentence.dependents(child, "acl", "advcl")):
        doing = sentence.tokens[verb]
        role = words.verb(doing.lemma)
        if role is None or _is_denied(sentence, verb) or not doing.text.lower().endswith("ing"):
            continue
        # not "Chiluba, who is hosting other talks"
        own = [i for i in sentence.dependents(verb, "nsubj") if sentence.tokens[i].text.lower() not in _RELATIVE]
        if matches(doing.relation, ("advcl", "acl")) and own and preposition(sentence, verb) in ("with", None):
            found += [(f, role, doing.text) for first in own for f in conjuncts(sentence, first)]
        elif verb != child and matches(token.relation, ("obl",)) and preposition(sentence, child) == "with":
            found += [(f, role, doing.text) for f in conjuncts(sentence, child)]
    return found


def _of_noun(sentence: Sentence, noun: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """Whoever stands in the "of" phrase, as possessor or as modifier of "auspices", "mediation", "invitation"."""
    token = sentence.tokens[noun]
    role = words.nouns.get(token.lemma.lower()) or words.nouns.get(token.text.lower())
    if role is None:
        return []
    found: list[int] = []
    for child in sentence.children[noun]:
        relation, case = sentence.tokens[child].relation, preposition(sentence, child)
        named = matches(relation, ("amod", "compound")) and sentence.tokens[child].text[:1].isupper()
        if named or relation == "nmod:poss" or (relation == "nmod" and case in ("of", "by", "from")):
            found += conjuncts(sentence, child)
    return [(f, role, token.text) for f in found]


def _before_hyphen(sentence: Sentence, participle: int) -> list[int]:
    """ "Omani" of "Omani-brokered" where the parser hangs both on the noun."""
    if (
        participle >= 2
        and sentence.tokens[participle - 1].text in "-–‑"
        and sentence.tokens[participle - 2].text[:1].isupper()
    ):
        return [participle - 2]
    return []


def _right_before(sentence: Sentence, participle: int) -> list[int]:
    """ "Saudi" of "US-Saudi mediated talks", where the parser hangs both on the noun."""
    before = sentence.tokens[participle - 1]
    named = participle > 0 and before.text[:1].isupper() and matches(before.relation, ("amod", "compound"))
    return [before.i] if named and before.head == sentence.tokens[participle].head else []


def _may_assist(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    """Whether a word may stand for somebody: no talks, and no common adjective ("the second")."""
    token = sentence.tokens[i]
    common = token.text[:1].islower()
    event = token.lemma.lower() in words.events or token.text.lower() in words.events
    return not (common and (event or token.upos in ("ADJ", "NUM")))


def _unique(found: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    seen: dict[int, tuple[int, str, str]] = {}
    # Whoever "hosted and mediated" the talks is told as what goes deeper.
    for item in sorted(found, key=lambda item: item[1] not in MEDIATORS):
        seen.setdefault(item[0], item)
    return sorted(seen.values(), key=lambda item: found.index(item))
