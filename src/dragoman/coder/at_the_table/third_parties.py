"""Third parties tied to an event by the wording itself: "brokered by Oman", "U.N.-mediated", "under the auspices of the AU"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.at_the_table.by_governor import by_governor, is_denied, of_noun
from dragoman.coder.at_the_table.company import with_company
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import SOMEBODY_OR_PLACE
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.language.parse import Sentence, matches

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
    plain = watched = words
    if text:
        plain = msgspec.structs.replace(words, verbs={**words.verbs, **words.text_verbs})
        # whoever oversees a truce watches it; who oversees its signing doesn't
        watched = msgspec.structs.replace(
            plain, verbs={**plain.verbs, **words.watching}, nouns={**words.nouns, **words.watching}
        )
    found: list[tuple[int, str, str]] = []
    for i in event_nouns(sentence, trigger, plain):
        words = watched if i in trigger else plain
        for child in _with_joined(sentence, sentence.children[i]):
            token = sentence.tokens[child]
            role = None if _of_another(sentence, child, i, words) else words.tied_by(token)
            if matches(token.relation, ("acl",)) and (is_passive(sentence, child) or role):
                # "a truce negotiated with the help of Carter"
                helped = (
                    c for c in sentence.dependents(child, "obl") if preposition(sentence, c) in words.prepositions
                )
                found += [item for c in helped for item in of_noun(sentence, c, words)]
            if role and token.relation == "conj":
                found += [(f, role, token.text) for f in verb_slots(sentence, child)["by"]]
            elif role and matches(token.relation, ("acl",)):
                if is_passive(sentence, child):
                    found += [(f, role, token.text) for f in verb_slots(sentence, child)["agent"]]
                elif token.relation == "acl:relcl" or (words.verb(token.lemma) and sentence.dependents(child, "nsubj")):
                    found += [
                        (f, told, sentence.tokens[verb].text)
                        for verb, told in _told_together(sentence, child, role, words)
                        for f in verb_slots(sentence, verb)["agent"]
                        if f != i
                    ]
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
                found += of_noun(sentence, child, words)
        found += by_governor(sentence, i, words)
        found += _participle_after(sentence, i, words)
        found += _participle_below(sentence, i, words)
    words = plain
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
        role = None if _of_another(sentence, token.i, last, words) else words.tied_by(token)
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


def _told_together(sentence: Sentence, verb: int, role: str, words: ThirdPartyWords) -> list[tuple[int, str]]:
    """The verb of a clause on the event and those joined to it whose own subjects do other things to it, with the roles: "the accord that Oman
    brokered and Chad guaranteed". Talks that are called something, or led, say nothing of who brings them about."""
    token = sentence.tokens[verb]
    complements = sentence.dependents(verb, "xcomp", "obj")  # "that", and "talks that he called a farce"
    called = not words.verb(token.lemma) and (token.lemma.lower() in words.leading or len(complements) > 1)
    found = [] if called else [(verb, role)]
    for other in sentence.dependents(verb, "conj"):
        own = sentence.dependents(other, "nsubj")
        told = words.verb(sentence.tokens[other].lemma)
        if (
            own
            and told
            and sentence.tokens[other].upos == "VERB"
            and not sentence.dependents(other, "obj")
            and not is_denied(sentence, other)
        ):
            found.append((other, told))
    return found


def _of_another(sentence: Sentence, participle: int, event: int, words: ThirdPartyWords) -> bool:
    """Whether a participle tells nothing of who assists at the event: talks are led for a side or only called for, a team or party is led."""
    if for_a_side(sentence, participle, words) or _only_wanted(sentence, participle):
        return True
    token = sentence.tokens[participle]
    if not {token.lemma.lower(), token.text.lower()} & words.leading:
        return False
    noun = sentence.tokens[event]
    talks = {noun.lemma.lower(), noun.text.lower()} & words.events or noun.lemma.lower() in words.nouns
    before = sentence.tokens[participle - 1]
    of_name = (
        token.relation in ("acl", "acl:relcl") and before.i > event and (before.upos == "PROPN" or before.text == ")")
    )
    return not talks or of_name  # "the talks with the PUK led by Talabani"


def _only_wanted(sentence: Sentence, participle: int) -> bool:
    """Whether talks are only "called for"; not "a summit that Kenya has called for Wednesday"."""
    behind = sentence.tokens[participle + 1 : participle + 3]
    timed = len(behind) > 1 and behind[1].mention == "time"
    return (
        sentence.tokens[participle].lemma.lower() == "call"
        and not timed
        and [t.text.lower() for t in behind[:1]] == ["for"]
    )


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
    """Whether a word may stand for somebody: no talks, no thing ("overseen by a mechanism"), and no common adjective ("the second")."""
    token = sentence.tokens[i]
    if token.text[:1].isupper():
        return True
    lemma = token.lemma.lower()
    if lemma in words.sides | words.bodies or lemma in words.functions:
        return True
    if lemma in words.events or token.text.lower() in words.events:
        # "the UN mission"
        named = any(sentence.tokens[c].upos == "PROPN" for c in sentence.dependents(i, "compound", "nmod:poss"))
        return named and token.text.lower() == lemma
    return token.upos not in ("ADJ", "NUM") and (token.upos != "NOUN" or token.mention in SOMEBODY_OR_PLACE)


def _unique(found: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    seen: dict[int, tuple[int, str, str]] = {}
    # Whoever "hosted and mediated" the talks is told as what goes deeper.
    for item in sorted(found, key=lambda item: item[1] not in MEDIATORS):
        seen.setdefault(item[0], item)
    return sorted(seen.values(), key=lambda item: found.index(item))
