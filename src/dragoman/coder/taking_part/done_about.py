"""Who takes no part in what is told since he only does something about it: welcomes it, punishes or accuses somebody of it, stops a text that
asks for it."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import FOR_DEEDS, OBJECTS, POSSESSIVES
from dragoman.coder.grammar.own_words import whole
from dragoman.coder.grammar.phrases import preposition, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import ACTING, DOING, clause_of, is_agent, top_of
from dragoman.language.parse import Sentence, matches

_CHARGED = frozenset({"of", "for", "with"})
_UPON = frozenset({"on", "against"})


def does_something_about_it(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is the subject or agent of a verb that only has the event for its matter."""
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or not 0 <= head < len(sentence) or head in candidate.words:
        return False
    return (
        _reacts(sentence, filled, candidate, words)
        or _judges(sentence, filled, candidate, words)
        or _punishes(sentence, filled, candidate, words)
        or _accuses(sentence, filled, candidate)
        or _vetoes(sentence, filled, candidate, words)
    )


def _reacts(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who welcomes or deplores it: "Russia deplored the postponement of the talks", "the raid was condemned by Egypt"; not
    "hailed the talks with Iran", "hailed its talks"."""
    tokens, top = sentence.tokens, whole(sentence, candidate.words[-1])
    while tokens[top].relation == "compound" and tokens[top].head >= 0:
        top = whole(sentence, tokens[top].head)
    out = filled.role == "excluded" and filled.rule == "model"  # "France deplored Iran's absence"
    if not (filled.role in ACTING or out) or tokens[top].upos != "NOUN" or tokens[top].head in candidate.words:
        return False
    head = top_of(sentence, filled.mention.head)
    shared = any(
        preposition(sentence, i) == "with" for i in sentence.subtree(top)
    )  # "the resumption of talks with Iran"
    owned = any(tokens[i].text.lower() in POSSESSIVES for i in sentence.subtree(top))
    if shared or owned or stands_below(sentence, head, top):
        return False
    verb = tokens[top].head
    if verb < 0 or tokens[verb].lemma.lower() not in words.reacting or not matches(tokens[top].relation, OBJECTS):
        return False
    if any(preposition(sentence, c) == "by" for c in sentence.dependents(verb, "advcl")):
        return False  # "supported the talks by hosting them"
    if is_agent(sentence, head):
        return tokens[head].head == verb
    verbs = {verb}
    while matches(tokens[verb].relation, ("xcomp", "ccomp")) and tokens[verb].head >= 0:
        verb = tokens[verb].head  # "said it would go on supporting the talks"
        verbs.add(verb)
    return tokens[head].relation == "nsubj" and tokens[head].head in verbs


def _judges(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who says what another's mediation is, and mediates nothing himself: "called the Kenyan mediation a trap"; not "called its
    mediation a success"."""
    tokens, noun = sentence.tokens, whole(sentence, candidate.words[-1])
    verb = tokens[noun].head
    if filled.role not in MEDIATORS or verb < 0 or words.nouns.get(tokens[noun].lemma.lower()) not in MEDIATORS:
        return False
    if tokens[verb].lemma.lower() not in words.judging or not matches(
        tokens[noun].relation, ("obj", "xcomp", "nsubj:pass")
    ):
        return False
    said = [
        c for c in sentence.children[verb]
        if c > noun and (preposition(sentence, c) == "as" or matches(tokens[c].relation, ("obj", "xcomp")))
    ]  # fmt: skip
    theirs = [
        c for c in sentence.children[noun]
        if tokens[c].text[:1].isupper() and matches(tokens[c].relation, ("amod", "compound", "nmod"))
        and preposition(sentence, c) in (None, "of", "by")
    ]  # fmt: skip
    own = any(tokens[c].text.lower() in POSSESSIVES for c in sentence.children[noun])
    top = top_of(sentence, filled.mention.head)
    judge = tokens[top].head == verb and (tokens[top].relation == "nsubj" or is_agent(sentence, top))
    return bool(said and theirs) and judge and not own


def _punishes(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who does something to another for what is told: "punished Iran for its support of Hezbollah"."""
    tokens, noun = sentence.tokens, candidate.words[-1]
    if filled.role not in DOING | MEDIATORS or preposition(sentence, noun) not in FOR_DEEDS:
        return False
    verb, top = clause_of(sentence, noun), top_of(sentence, filled.mention.head)
    if verb < 0 or tokens[top].head != verb or not sentence.dependents(noun, "nmod:poss"):
        return False
    objects = sentence.dependents(verb, "nsubj:pass" if is_passive(sentence, verb) else "obj")
    objects += [c for i in objects for c in sentence.dependents(i, "nmod") if preposition(sentence, c) in _UPON]
    done_to = [i for i in objects if i < noun and acts(sentence, i, words)]
    return bool(done_to) and top not in done_to and not stands_below(sentence, filled.mention.head, noun)


def _accuses(sentence: Sentence, filled: Filled, candidate: Candidate) -> bool:
    """Whether a phrase is by whom another is charged with what is told: "accused by Israel of sending arms"."""
    own, top = own_verb(sentence, candidate.words), top_of(sentence, filled.mention.head)
    if filled.role not in DOING or own < 0 or not is_agent(sentence, top):
        return False
    above = sentence.tokens[own].head
    return above == sentence.tokens[top].head and preposition(sentence, own) in _CHARGED


def _vetoes(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who stops the text that asks for something: "vetoed a resolution, tabled by Algeria, demanding a truce"; who "vetoed
    it, demanding a new one" asks himself."""
    tokens, own = sentence.tokens, own_verb(sentence, candidate.words)
    above = tokens[own].head if own in candidate.words and tokens[own].text.endswith("ing") else -1
    if filled.role not in DOING or above < 0 or not matches(tokens[own].relation, ("acl", "advcl")):
        return False
    verb = tokens[above].head if matches(tokens[own].relation, ("acl",)) and tokens[above].relation == "obj" else above
    if tokens[verb].lemma.lower() not in words.vetoing or tokens[top_of(sentence, filled.mention.head)].head != verb:
        return False
    text = next((i for i in sentence.dependents(verb, "obj") if i < own), own)
    told = {k for i in sentence.dependents(text, "acl") for k in sentence.subtree(i)}
    between = range(text + 1, own)
    return all(i in told for i in between if tokens[i].upos != "PUNCT") and bool(told - {own} or not between)
