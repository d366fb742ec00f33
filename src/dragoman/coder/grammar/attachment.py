"""Phrases that a parser hangs on the wrong word: what directly follows the object of a subordinate verb belongs to that verb, and who stands
right before a verb is its subject.

"Adds insult to injury by excluding them from the talks": "from the talks" is of "excluding", not of "adds" (late closure, Frazier 1979).
"""

from __future__ import annotations

from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, Token, matches
from dragoman.ontology import lexicon

_FROM = "from"
_HAVING_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
_AND = frozenset({"and", "but", "while"})
_AUXILIARY = frozenset({"aux", "aux:pass", "mark"})
_BEFORE_VERB = frozenset({"aux", "aux:pass", "advmod"})


def mend(sentence: Sentence) -> None:
    """Hang all phrases of a sentence that are known to be hung on the wrong word where they belong, in place; each step sees what the one before
    has mended."""
    mend_attachment(sentence)
    mend_set_off(sentence)
    mend_hyphenated(sentence)
    mend_subjects(sentence)
    mend_parted_subjects(sentence)
    mend_shared_subjects(sentence)
    mend_parentheses(sentence)


def mend_attachment(sentence: Sentence) -> None:
    """Hang a phrase with "from" behind the object of an adverbial clause's verb on that verb, in place.

    Such a phrase is the lower verb's 28 times and the upper one's once in the training and development sections of EWT and GUM. Only
    "from" is moved: what other prepositions tell of time, place and manner may be of the main verb.
    """
    tokens = sentence.tokens
    for verb in tokens:
        if not matches(verb.relation, ("advcl",)) or verb.head < 0 or verb.upos != "VERB":
            continue
        ends = [max(sentence.subtree(i)) for i in sentence.dependents(verb.i, "obj")]
        if not ends:
            continue
        for other in list(sentence.children[verb.head]):
            if (
                other <= verb.i
                or not matches(tokens[other].relation, ("obl",))
                or preposition(sentence, other) != _FROM
            ):
                continue
            if min(sentence.subtree(other)) == ends[-1] + 1:
                _hang(sentence, other, verb.i)


def mend_set_off(sentence: Sentence) -> None:
    """Hang who is told behind a participle between commas on the subject before it, in place: "Chad, represented by Deby, and Togo attended"."""
    tokens = sentence.tokens
    for participle in tokens:
        first = participle.head
        if not matches(participle.relation, ("acl",)) or first < 0 or participle.relation == "acl:relcl":
            continue
        if tokens[participle.i - 1].text != "," or not matches(tokens[first].relation, ("nsubj",)):
            continue
        for agent in sentence.dependents(participle.i, "obl"):
            listed = list(sentence.dependents(agent, "conj"))
            behind = max((max(sentence.subtree(i)) for i in listed), default=0) + 1
            if listed and tokens[behind].text == "," and behind + 1 == _start(sentence, tokens[first].head):
                continue  # "the rebels, backed by Chad, Togo and Benin, attacked"
            for other in listed:
                and_ = min(sentence.subtree(other))
                if and_ > agent and tokens[and_ - 1].text != "," and tokens[and_].text != ",":
                    continue
                if max(sentence.subtree(other)) < tokens[first].head:
                    _hang(sentence, other, first)


def mend_hyphenated(sentence: Sentence) -> None:
    """Hang the first half of a hyphenated noun on the second where a parser hung both on one word, in place: "signed a cease-fire"."""
    tokens = sentence.tokens
    for dash in tokens[1:-1]:
        first, last = tokens[dash.i - 1], tokens[dash.i + 1]
        glued = dash.text in "-‐‑" and first.end == dash.start and dash.end == last.start
        alike = first.head == last.head and first.head >= 0 and first.relation == last.relation != "compound"
        if not glued or not alike or {first.upos, last.upos} - {"NOUN", "PROPN"}:
            continue
        first.relation = "compound"
        for child in (first.i, *sentence.children[first.i]):
            sentence.children[tokens[child].head].remove(child)
            tokens[child].head = last.i
        sentence.children[last.i] = [i for i, token in enumerate(tokens) if token.head == last.i]


def mend_subjects(sentence: Sentence) -> None:
    """Hang the subject of a joined clause on its verb where a parser took it for one more of those before "and", in place.

    "Kenya cut off aid to Chad and Togo closed its border": a verb right behind a name, without "and" of its own, is not Kenya's. So "Togo" is who
    closed it; behind a list without its "and" ("to Chad, Togo and Benin closed") all that follows the comma.
    """
    tokens = sentence.tokens
    for verb in tokens:
        if verb.relation != "conj" or verb.upos != "VERB" or verb.head < 0 or verb.text.lower().endswith("ing"):
            continue
        children = sentence.children[verb.i]
        if any(tokens[c].relation in _HAVING_SUBJECT and c < verb.i for c in children):
            continue
        start = _start(sentence, verb.i)
        first = _taken_for_one_more(sentence, start - 1, verb)
        marks = [c for c in children if tokens[c].relation in ("cc", "mark") and c < start]
        if first < 0 or any(c >= first for c in marks):
            continue
        row = [first, *(c for c in sentence.dependents(tokens[first].head, "conj") if first < c < start)]
        passive = any(tokens[c].relation == "aux:pass" for c in children)
        for i in row:
            _hang(sentence, i, verb.i if i == first else first)
        tokens[first].relation = "nsubj:pass" if passive else "nsubj"
        for mark in [c for c in sentence.children[first] if c < first and tokens[c].relation in ("cc", "punct")]:
            _hang(sentence, mark, verb.i)


def mend_parted_subjects(sentence: Sentence) -> None:
    """Hang the subject of a joined clause on its verb where a clause between commas parts the two, in place.

    "The envoys of Chad attended the ceremony, and Togo, while praising it, urged": no row of names goes on behind the verb; "Chad met Benin and
    Niger, and Togo, after a delay, left": a verb with a comma and no "and" before it is not Chad's.
    """
    tokens = sentence.tokens
    for who in tokens:
        if who.relation != "conj" or who.upos not in ("NOUN", "PROPN") or not sentence.dependents(who.i, "cc"):
            continue
        verb = next((a for a in sentence.ancestors(who.i) if a < who.i and tokens[a].upos == "VERB"), -1)
        later = [c for c in sentence.dependents(verb, "conj") if c > who.i + 1] if verb >= 0 else []
        joined = next((c for c in later if tokens[c].upos == "VERB"), -1)
        if joined < 0 or any(tokens[c].relation in _HAVING_SUBJECT for c in sentence.children[joined]):
            continue
        end = max(sentence.subtree(who.i))
        if end >= joined or tokens[end + 1].text != "," or tokens[_start(sentence, joined) - 1].text != ",":
            continue
        if verb < who.head and (tokens[min(sentence.subtree(who.i))].text != "," or sentence.dependents(joined, "cc")):
            continue
        passive = bool(sentence.dependents(joined, "aux:pass"))
        for between in [c for c in sentence.dependents(verb, "advcl") if who.i < c < joined]:
            _hang(sentence, between, joined)
        for mark in [c for c in sentence.children[who.i] if c < who.i and tokens[c].relation in ("cc", "punct")]:
            _hang(sentence, mark, joined)
        _hang(sentence, who.i, joined)
        who.relation = "nsubj:pass" if passive else "nsubj"


def mend_parentheses(sentence: Sentence) -> None:
    """Hang who says so on the verb of saying put in between, where a parser took him for one more subject, in place: "Chad, Togo says, armed
    rebels"."""
    tokens = sentence.tokens
    for verb in tokens[2:-1]:
        who = tokens[verb.i - 1]
        if verb.relation != "parataxis" or who.relation not in ("conj", "appos") or who.i == verb.head:
            continue
        first = min(sentence.subtree(who.i))
        bare = not any(tokens[c].relation == "cc" for c in sentence.children[who.i])
        said = bare and verb.lemma.lower() in lexicon.load().reporting_verbs
        if said and tokens[verb.i + 1].text == "," and "," in (tokens[first].text, tokens[first - 1].text):
            _hang(sentence, who.i, verb.i)
            who.relation = "nsubj"


def mend_shared_subjects(sentence: Sentence) -> None:
    """Hang a verb joined to what somebody says on the verb of saying where he does it himself, in place.

    "Kenya complained that Chad had broken off and urged the Union to act": who urges is Kenya; so it is behind a comma ("said that Chad had
    mocked it, and pledged").
    """
    tokens = sentence.tokens
    for verb in tokens:
        if verb.relation != "conj" or verb.upos != "VERB" or verb.head < 0:
            continue
        told = tokens[verb.head]
        if told.relation != "ccomp" or told.head < 0 or sentence.dependents(told.i, "conj") != [verb.i]:
            continue
        said = tokens[told.head]
        children = sentence.children[verb.i]
        if any(tokens[c].relation in _HAVING_SUBJECT | _AUXILIARY for c in children if c < verb.i):
            continue
        joined = [c for c in sentence.dependents(verb.i, "cc") if tokens[c].text.lower() == "and"]
        perfect = any(tokens[c].text.lower() == "had" for c in sentence.dependents(told.i, "aux"))
        own = sentence.dependents(said.i, "nsubj") and sentence.dependents(told.i, "nsubj")
        words = lexicon.load()
        if not (joined and perfect and own) or said.lemma.lower() not in words.reporting_verbs:
            continue
        if tokens[joined[0] - 1].text == "," or verb.lemma.lower() in words.classes["addressing"]:
            _hang(sentence, verb.i, said.i)


def _start(sentence: Sentence, verb: int) -> int:
    """The first of a verb and the auxiliaries and adverbs before it."""
    before = (c for c in sentence.children[verb] if c < verb and sentence.tokens[c].relation in _BEFORE_VERB)
    return min(before, default=verb)


def _taken_for_one_more(sentence: Sentence, last: int, verb: Token) -> int:
    """The noun with "and" before it whose phrase ends at a word, and which a parser joined to a noun behind a verb; -1 for none."""
    tokens = sentence.tokens
    found = -1
    i = last
    while i >= 0 and tokens[i].head >= 0 and max(sentence.subtree(i)) <= last:
        token = tokens[i]
        if token.relation == "conj" and token.upos in ("NOUN", "PROPN") and verb.head < token.head:
            before = min(sentence.subtree(i)) - 1
            joined = any(tokens[c].text.lower() in _AND for c in sentence.dependents(i, "cc"))
            found = i if joined or before in sentence.dependents(verb.i, "cc") else found
        i = token.head
    if found < 0:
        return -1
    row = [c for c in sentence.dependents(tokens[found].head, "conj") if c < found]
    bare = [c for c in row if any(tokens[k].text == "," for k in sentence.children[c] if k < c)]
    return min(bare, default=found)


def _hang(sentence: Sentence, i: int, head: int) -> None:
    """Hang a word on another, in place."""
    tokens = sentence.tokens
    sentence.children[tokens[i].head].remove(i)
    sentence.children[head] = sorted([*sentence.children[head], i])
    tokens[i].head = head
