"""Who takes no part in an event by the build of the sentence: who acts in another clause, only asks for it, is set apart or spoken about."""

from __future__ import annotations

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import ABOUT, BEFORE_NOUN, DISCUSSING, SOMEBODY_OR_PLACE
from dragoman.coder.grammar.contrasted import set_aside_for
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_CLAUSES = ("conj", "advcl")
_APART = frozenset({"except", "save", "excluding", "rather", "instead", "unlike", "without"})
_ALL = frozenset({"all", "every", "each", "everyone", "everybody", "anyone", "any", "no", "both"})
_BESIDE = frozenset({"alongside", "beside"})
_REASONS = frozenset({"because", "after", "when", "since"})


def acts_elsewhere(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is the subject of a clause beside the event's, which has a subject of its own: "A stayed away, and B protested",
    "when A stayed away, B protested"."""
    tokens = sentence.tokens
    own = next((i for i in trigger if tokens[i].upos == "VERB"), -1)
    other = tokens[head].head
    if own < 0 or other in (-1, own) or tokens[other].upos != "VERB" or not matches(tokens[head].relation, ("nsubj",)):
        return False
    beside = (matches(tokens[other].relation, _CLAUSES) and tokens[other].head == own) or (
        matches(tokens[own].relation, _CLAUSES) and tokens[own].head == other
    )
    subjects = [tokens[i] for i in sentence.dependents(own, "nsubj")]
    # "The talks collapsed when the rebels left": nobody else is told to do it.
    return beside and any(t.upos in ("PROPN", "PRON") or t.mention in ("person", "organization") for t in subjects)


def behind_mark(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is the subject of a sentence of its own behind a colon or semicolon: "The talks broke up: Holbrooke flew home"."""
    tokens = sentence.tokens
    own = next((i for i in trigger if tokens[i].upos == "VERB"), -1)
    first = first_of(sentence, head)
    other = tokens[first].head
    if own < 0 or other < 0 or tokens[other].relation != "parataxis" or tokens[other].head != own or other < own:
        return False
    subject = tokens[first].relation == "nsubj" and bool(sentence.dependents(own, "nsubj", "nsubj:pass"))
    lemma = tokens[other].lemma.lower()
    assists = words.tells_of_mediation(lemma) or lemma in words.causing | words.saying
    return subject and not assists and any(t.text in (":", ";") for t in tokens[own:first])


def received_before(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who does something else to the subject: "was received by A and held talks with B"."""
    tokens = sentence.tokens
    verb = tokens[head].head
    if (
        verb < 0
        or verb in trigger
        or preposition(sentence, head) != "by"
        or not matches(tokens[head].relation, ("obl",))
    ):
        return False
    above = {*trigger, *(tokens[i].head for i in trigger if tokens[i].upos != "VERB")}
    joined = [i for i in above if i >= 0 and tokens[i].relation == "conj" and tokens[i].head == verb]
    # not "was mediated by A and signed by B"
    return (
        bool(joined)
        and words.verb(tokens[verb].lemma) is None
        and not any(preposition(sentence, c) == "by" for i in joined for c in sentence.children[i])
    )


def only_comments(sentence: Sentence, trigger: list[int], head: int, judging: frozenset[str]) -> bool:
    """Whether a phrase is who judges what somebody else does: "called the walkout theatre", "condemned UNITA's walkout".

    Args:
        judging: verbs of judging.
    """
    tokens = sentence.tokens
    noun = trigger[-1]
    verb = tokens[head].head
    if tokens[noun].upos != "NOUN" or verb < 0 or tokens[verb].lemma.lower() not in judging:
        return False
    if any(tokens[c].upos == "PRON" for c in sentence.dependents(noun, "nmod:poss")):
        return False  # "explained its walkout"
    above = [tokens[i].head for i in trigger if tokens[i].upos == "NOUN"]
    return matches(tokens[head].relation, ("nsubj",)) and verb in above


def only_moved(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is whom the event angers or pleases, or is said to come from: "the exclusion of Iran angered Moscow"."""
    tokens = sentence.tokens
    noun = trigger[-1]
    verb = tokens[noun].head
    if tokens[noun].upos != "NOUN" or verb < 0 or tokens[noun].relation != "nsubj" or tokens[verb].upos != "VERB":
        return False
    return tokens[head].head == verb and matches(tokens[head].relation, ("obj", "iobj"))


def brings_about(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who has others do what is told: "Qatar got the rebels to sign" (codebook R25)."""
    tokens = sentence.tokens
    own = next((i for i in trigger if tokens[i].upos == "VERB"), -1)
    if own < 0 or not matches(tokens[own].relation, ("xcomp", "ccomp", "advcl")) or tokens[own].head < 0:
        return False
    verb = tokens[own].head
    if tokens[verb].lemma.lower() not in words.causing or tokens[head].head != verb:
        return False
    others = [*sentence.dependents(verb, "obj", "iobj"), *sentence.dependents(own, "nsubj")]
    return matches(tokens[head].relation, ("nsubj",)) and bool(others)


def gives_reason(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands in the subject of a clause that tells why or when, beside the event: "put off because the envoy fell ill"."""
    tokens = sentence.tokens
    below, word = -1, head
    while tokens[word].head >= 0:
        below, word = word, tokens[word].head
        marks = {tokens[c].text.lower() for c in sentence.dependents(word, "mark", "advmod")}
        if matches(tokens[word].relation, ("advcl",)) and marks & _REASONS:
            inside = any(i == word or word in sentence.ancestors(i) for i in trigger)
            assists = words.tells_of_mediation(tokens[word].lemma)  # "because Egypt mediated again"
            return not inside and not assists and matches(tokens[below].relation, ("nsubj",))
    return False


def done_to_elsewhere(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is the object of another verb, neither above nor below the event: "would consult Washington on ways to resume talks",
    or who does something to those to whom the event is done besides: "politicians the army had arrested were freed"; not whose text or offer is
    answered: "the plan that Annan presented was rejected"."""
    token = sentence.tokens[head]
    if token.relation == "nsubj" and token.head >= 0 and token.head not in trigger:
        clause = sentence.tokens[token.head]
        beside = clause.relation in ("acl", "acl:relcl") and sentence.tokens[clause.head].head in trigger
        beside = beside and clause.head not in trigger  # "gave approval for the UN to deliver aid"
        # not "the possibility that Trump persuades Kim", which nobody made
        made = clause.relation == "acl:relcl" and sentence.tokens[clause.head].mention not in SOMEBODY_OR_PLACE
        if beside and not made and not any(token.head in sentence.ancestors(i) for i in trigger):
            return True
    if token.relation != "obj" or token.head in trigger:
        return False
    above = {*sentence.ancestors(head)}
    return not above & set(trigger) and not any(head in sentence.ancestors(i) for i in trigger)


def set_apart(sentence: Sentence, head: int) -> bool:
    """Whether a phrase is named as one who is not meant: "all factions except UNITA", "Egypt, not Qatar,", "the UN rather than the EU"."""
    case = preposition(sentence, head)
    tokens = sentence.tokens
    if case in _APART or (case == "apart" and tokens[head].relation != "root"):
        return True
    if case == "but" and matches(tokens[head].relation, ("nmod", "obl")):
        return True
    if _but_one_of_all(sentence, head) or set_aside_for(sentence, head) >= 0:
        return True
    if not matches(tokens[head].relation, ("conj", "appos", "nmod", "obl")):
        return False
    before = [c for c in sentence.children[head] if c < head]
    return any(
        tokens[c].text.lower() == "not" or (tokens[c].text.lower() == "rather" and tokens[c + 1].text.lower() == "than")
        for c in before
    )


def _but_one_of_all(sentence: Sentence, head: int) -> bool:
    """Whether a phrase is joined by "but" to all of a kind: "everyone but Hamas", "all sides but the rebels"."""
    token = sentence.tokens[head]
    if token.relation != "conj" or not any(
        sentence.tokens[c].text.lower() == "but" for c in sentence.dependents(head, "cc")
    ):
        return False
    whole = [token.head, *sentence.dependents(token.head, "det")]
    return any(sentence.tokens[i].text.lower() in _ALL for i in whole)


def sits_with_another(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is one of those between whom talks are, from which somebody else stays away: "A was absent from the talks between B
    and C"."""
    first = head
    while sentence.tokens[first].relation == "conj":
        first = sentence.tokens[first].head
    token = sentence.tokens[first]
    return (
        matches(token.relation, ("nmod", "obl"))
        and preposition(sentence, first) == "between"
        and token.head not in trigger
    )


def fights_beside(sentence: Sentence, head: int) -> bool:
    """Whether a phrase is on whose side somebody fights: "fighting alongside the M23", "fought on the president's side", "on the side of the M23"."""
    tokens = sentence.tokens
    for side in (head, tokens[head].head):
        on = side >= 0 and tokens[side].text.lower() == "side" and preposition(sentence, side) == "on"
        if on and tokens[tokens[side].head].lemma.lower() in lexicon.load().classes["against_each_other"]:
            return True
    return preposition(sentence, head) in _BESIDE and matches(sentence.tokens[head].relation, ("obl", "nmod"))


def only_attends(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is who merely comes to talks between others: "Kenya attended the talks between the government and the M23", "the talks
    between the two, also attended by Kenya" (R21)."""
    tokens = sentence.tokens
    while tokens[head].relation == "conj" and tokens[head].head < head:
        head = tokens[head].head
    attending = lexicon.load().classes["only_attending"]
    if tokens[head].relation == "conj" and tokens[head + 1].lemma.lower() in attending:
        head = sentence.dependents(head + 1, "nsubj")[-1] if sentence.dependents(head + 1, "nsubj") else head
    verb = tokens[head].head
    if verb < 0 or tokens[verb].lemma.lower() not in attending:
        return False
    passive = preposition(sentence, head) == "by"  # "were attended by"
    if not passive and not matches(tokens[head].relation, ("nsubj",)):
        return False
    talks = trigger[-1]
    while tokens[talks].relation == "compound":
        talks = tokens[talks].head
    told = tokens[verb].relation == "acl" and tokens[verb].head == talks and passive
    told = told or (
        tokens[talks].head == verb and matches(tokens[talks].relation, ("nsubj:pass",) if passive else ("obj", "obl"))
    )
    return told and any(preposition(sentence, c) == "between" for c in sentence.dependents(talks, "nmod", "obl"))


def only_tells(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who tells of what others do: "Kenya's foreign minister said the talks would resume", "with Djibouti's ministry citing
    technical reasons"; not whoever is called a mediator."""
    tokens = sentence.tokens
    near = [head, *sentence.children[head], *sentence.dependents(head, "appos")]
    delegate = any(tokens[i].lemma.lower() in words.delegates for i in near)
    foreign = any(tokens[i].upos == "PROPN" for i in sentence.dependents(head, "nmod:poss"))  # "Japan's envoy"
    if any(words.functions.get(tokens[i].lemma.lower()) for i in near) or (delegate and not foreign):
        return False
    giving = [c for c in sentence.dependents(head, "acl") if tokens[c].text.lower().endswith("ing")]
    if preposition(sentence, head) == "with" and any(tokens[c].lemma.lower() in words.saying for c in giving):
        return True
    head = first_of(sentence, head)
    while matches(tokens[head].relation, BEFORE_NOUN) and tokens[head].head > head:
        head = first_of(sentence, tokens[head].head)  # "Djibouti's foreign ministry said"
    verb = tokens[head].head
    if (
        verb < 0
        or verb in trigger
        or tokens[verb].lemma.lower() not in words.saying
        or tokens[head].relation != "nsubj"
    ):
        return False
    said = [
        i
        for i in sentence.dependents(verb, "ccomp", "parataxis")
        if any(i in (t, *sentence.ancestors(t)) for t in trigger)
    ]
    subjects = [tokens[c] for i in said for c in sentence.dependents(i, "nsubj", "nsubj:pass")]
    return bool(subjects) and all(t.upos in ("NOUN", "PROPN") for t in subjects)


def spoken_about(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase tells what talks, a deal or a body of states are about: "talks on Western Sahara", "a contact group on Libya",
    "discussed Libya"."""
    token = sentence.tokens[head]
    if token.relation == "obj" and token.head in trigger and sentence.tokens[token.head].lemma.lower() in DISCUSSING:
        return True
    return (
        matches(token.relation, ("nmod",))
        and preposition(sentence, head) in ABOUT
        and sentence.tokens[token.head].upos == "NOUN"
    )
