"""What keeps nobody out of talks although it sounds so: not asked to disarm, kept out of print, no party but the mediator."""

from __future__ import annotations

import msgspec

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import EXCEPT, NO
from dragoman.coder.grammar.not_there import is_represented, of_a_side
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.kept_out.denials import OUT_OF, no_venues
from dragoman.coder.kept_out.kept import ABSENT
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Lexicon

_TO_TALKS = frozenset({"leave", "give", "hand", "return", "open"})
_COVERING = frozenset({"cover", "include", "mention", "name", "apply", "extend"})
_LET_IN = frozenset({"present", "table", "room", "invite", "include", "admit", "seat"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
_COMING = frozenset({"turn", "show", "arrive", "come", "appear", "attend", "travel", "fly"})


def keeps_nobody_out(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords, lexicon: Lexicon) -> bool:
    """Whether the label is an exclusion and the words are about something else than a seat or a text."""
    if candidate.label != "exclusion_declared":
        return False
    rule = candidate.rule.trigger.exclusion if candidate.rule is not None else None
    if rule is not None and rule.mode == ABSENT and candidate.rule is not None:
        absent = candidate.rule.slots.get(rule.who, [])
        if absent and all(of_a_side(sentence, i) for i in absent):
            return True
        if any(is_represented(sentence, i) for i in candidate.words):
            return True  # "was not in the room and joined by telephone"
    unaware = rule is not None and rule.mode == "not_informed"  # "learned of the talks from the press"
    return any(
        _to_do_something_else(sentence, i, lexicon)
        or (not unaware and _out_of_something_else(sentence, i, lexicon, words))
        or _left_to(sentence, i, lexicon)
        or _covers_a_thing(sentence, i)
        or _has_a_function(sentence, i, words, lexicon)
        or _of_a_treaty(sentence, i, lexicon)
        or _came_uninvited(sentence, i)
        for i in candidate.words
    )


def _to_do_something_else(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what somebody is not asked to do is a concession: "have not been asked to lay down their arms"; who "was not asked to lend
    his experience" is out."""
    tokens = sentence.tokens
    near = (i, *sentence.dependents(i, "aux"))
    denied = any(tokens[c].text.lower() in NO for k in near for c in sentence.children[k])
    if tokens[i].lemma.lower() not in lexicon.classes["asking_somebody"] or tokens[i].upos != "VERB" or not denied:
        return False
    done = [c for c in sentence.dependents(i, "xcomp", "ccomp") if tokens[c].upos == "VERB"]
    giving_way = {w.split()[0] for w in lexicon.classes["concession"]} - _TO_TALKS
    return bool(done) and all(tokens[c].lemma.lower() in giving_way for c in done)


def _out_of_something_else(sentence: Sentence, i: int, lexicon: Lexicon, words: ThirdPartyWords) -> bool:
    """Whether what somebody is not in is a deed of violence, the press or a town: "had not been involved in the ambush", "kept out of print",
    "was kept out of the town"; a hotel may be where the talks are."""
    tokens = sentence.tokens
    if tokens[i].upos not in ("VERB", "ADJ"):
        return False
    of = OUT_OF | {"in"} if tokens[i].text.lower() == "involved" else OUT_OF
    below = [c for c in sentence.dependents(i, "obl", "nmod") if c > i and preposition(sentence, c) in of]
    others = {
        *lexicon.classes["no_table"],
        *lexicon.classes["fighting"],
        *lexicon.classes["attack_noun"],
        *no_venues(words),
    }
    return any(tokens[c].lemma.lower() in others for c in below)


def _left_to(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether something is left to somebody, or he is left to do it: "the choice was left to the envoy", not "was left to wait outside"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() != "leave" or not is_passive(sentence, i):
        return False
    if any(preposition(sentence, c) == "to" for c in sentence.dependents(i, "obl")):
        return True
    done = [tokens[c].lemma.lower() for c in sentence.dependents(i, "xcomp") if tokens[c].upos == "VERB"]
    return bool(done) and not any(word in lexicon.classes["done_outside"] for word in done)


def _covers_a_thing(sentence: Sentence, i: int) -> bool:
    """Whether what a text does not cover is a thing: "the amnesty did not cover war crimes", not "did not cover the rebels"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() not in _COVERING or is_passive(sentence, i):
        return False
    near = (i, *sentence.dependents(i, "aux"))
    if not any(tokens[c].text.lower() in NO for k in near for c in sentence.children[k]):
        return False  # "covers all groups except Hezbollah"
    what = sentence.dependents(i, "obj") or [
        c for c in sentence.dependents(i, "obl") if preposition(sentence, c) == "to"
    ]
    return bool(what) and all(
        tokens[c].upos == "NOUN" and tokens[c].mention not in ("person", "organization") and tokens[c].name == "O"
        for c in what
    )


def _has_a_function(sentence: Sentence, i: int, words: ThirdPartyWords, lexicon: Lexicon) -> bool:
    """Whether who is no party is there as something else: "is a facilitator and not a party"."""
    tokens = sentence.tokens
    if tokens[i].lemma.lower() not in lexicon.classes["being_in"]:
        return False
    near = (
        [tokens[i].head]
        if matches(tokens[i].relation, ("conj", "appos", "parataxis"))
        else sentence.dependents(i, "conj")
    )
    return any(
        k >= 0
        and tokens[k].lemma.lower() in words.functions
        and not any(tokens[c].text.lower() in NO for c in sentence.children[k] if c > k - 3 and c < k)
        for k in near
    )


def _of_a_treaty(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what a state is no party to is a treaty of the law of nations: "is not a party to the convention", not "to the peace treaty"."""
    tokens = sentence.tokens
    texts = [c for c in sentence.dependents(i, "nmod", "obl") if tokens[c].lemma.lower() in lexicon.classes["treaty"]]
    peace = any(tokens[k].lemma.lower() in lexicon.classes["of_peace"] for c in texts for k in sentence.children[c])
    return tokens[i].lemma.lower() == "party" and bool(texts) and not peace


def _came_uninvited(sentence: Sentence, i: int) -> bool:
    """Whether somebody comes uninvited: "turned up at the conference uninvited"."""
    token = sentence.tokens[i]
    above = token.head
    return token.text.lower() == "uninvited" and above >= 0 and sentence.tokens[above].lemma.lower() in _COMING


def is_taken_back(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the label is an invitation that the verb above it takes back, which sends none: "rescinded Iran's invitation"."""
    if candidate.label != "invitation_issued":
        return False
    tokens = sentence.tokens
    above = [
        tokens[i].head
        for i in candidate.words
        if tokens[i].upos == "NOUN" and matches(tokens[i].relation, ("obj", "nsubj:pass"))
    ]
    back = any(tokens[c].text.lower() == "back" for i in above if i >= 0 for c in sentence.children[i])
    return any(
        i >= 0
        and (tokens[i].lemma.lower() in lexicon.classes["taking_back"] or (tokens[i].lemma.lower() == "take" and back))
        for i in above
    )


def the_only_ones(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """Participants with those taken in although the model read that others are out: "only the Taliban and the Americans were at the table",
    "nobody but Iran was invited"."""
    inside = "recipient" if candidate.label == "invitation_issued" else "party"
    if candidate.label not in group("assisted") and candidate.label != "invitation_issued":
        return people
    return [
        msgspec.structs.replace(f, role=inside)
        if f.role == "excluded" and f.rule == "model" and is_let_in_alone(sentence, f.mention.head, words)
        else f
        for f in people
    ]


def is_let_in_alone(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    """Whether a word is of those of whom alone, by "only" or "nobody but", it is told that they come or are let in: "only Iran was invited"."""
    tokens = sentence.tokens
    first = tokens[i].head if tokens[i].relation == "conj" else i
    verb = tokens[first].head
    told = [verb, *sentence.dependents(verb, "obj")] if verb >= 0 else []  # "took part"
    let_in = _LET_IN | _COMING | words.coming | {*lexicon.load().classes["being_in"]}
    if not any(tokens[k].lemma.lower() in let_in for k in told):
        return False  # "only Iran was barred"
    if first >= 0 and tokens[first].text.lower() in _NOBODY:
        return any(tokens[c].text.lower() in EXCEPT for c in sentence.children[i])
    only = any(tokens[c].text.lower() == "only" for c in sentence.children[first])
    near = (verb, *sentence.dependents(verb, "aux", "cop")) if verb >= 0 else ()
    subject = matches(tokens[first].relation, ("nsubj", "nsubj:pass"))
    return only and subject and not any(tokens[c].text.lower() in NO for k in near for c in sentence.children[k])


def is_awaited(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the label is an invitation that somebody still waits or hopes for: "is waiting for an invitation to the talks"."""
    tokens = sentence.tokens
    if candidate.label != "invitation_issued":
        return False
    for i in candidate.words:
        above = tokens[i].head
        if above < 0 or tokens[i].lemma.lower() not in ("invitation", "invite") or tokens[i].upos != "NOUN":
            continue
        hoped = matches(tokens[i].relation, ("obj",)) or preposition(sentence, i) == "for"
        owned = sentence.dependents(i, "nmod:poss")
        if hoped and not owned and tokens[above].lemma.lower() in lexicon.classes["hoping"]:
            return True
    return False


def without_wanted(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """Participants with whom a demand wants to be there, and not kept out, as whom it is about: "demanded that Rwanda be present"."""
    if candidate.label not in ("precondition_set", "REQUEST", "talks_called_for"):
        return people
    return [
        msgspec.structs.replace(f, role="recipient")
        if f.role == "excluded" and f.rule == "model" and _is_wanted(sentence, f.mention.head, words)
        else f
        for f in people
    ]


def _is_wanted(sentence: Sentence, subject: int, words: ThirdPartyWords) -> bool:
    """Whether somebody is the subject of a clause that would have him there: "that Rwanda be present", "that M23 take part"."""
    tokens = sentence.tokens
    verb = tokens[subject].head
    if verb < 0 or not matches(tokens[subject].relation, ("nsubj", "nsubj:pass")):
        return False
    there = tokens[verb].lemma.lower() in words.being_there | _LET_IN
    near = (verb, *sentence.dependents(verb, "aux", "cop"))
    return there and not any(tokens[c].text.lower() in NO for i in near for c in sentence.children[i])
