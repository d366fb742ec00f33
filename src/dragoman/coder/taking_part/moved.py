"""Who only answers to an act, or is moved to one by it: the clause has the act for its subject and him for its object."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import IN_PHRASE
from dragoman.coder.grammar.phrases import first_of, preposition, stands_below
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.taking_part.own_clause import is_agent
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_FROM = frozenset({"from", "in", "among", "by"})
_THEREUPON = frozenset({"after", "despite", "amid", "following", "because", "before"})
_UPON = frozenset({"at", "under", "on", "upon"})
"""Prepositions of a request or pressure: "at the request of Kenya"."""
_TO = frozenset({"to", "with", "in", "off", None})
"""What is yielded to or complied with: "bowed to protests", "gave in", "shrugged off"."""
_GATHERING = frozenset({"PROTEST", "MOBILIZE", "COOPERATE"})
"""Categories (PLOVER) of what people come together for."""
_DRAWING = frozenset({"draw", "drew", "bring"})
_CAUSED = ("xcomp", "ccomp", "advcl", "conj")


def without_moved(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """The participants of a plain event without who only answers to it or is moved by it."""
    if candidate.label.islower():
        return kept
    met = [f for f in kept if f.role == "recipient"]
    met = [f for f in met if not _is_angered(sentence, candidate, f.mention.head, words)]
    kept = [f for f in kept if f.role != "recipient" or f in met]
    doers = [f.mention.head for f in kept if f.role == "initiator" and f.mention.sentence == sentence.index]
    return [
        f
        for f in kept
        if not (f.role == "initiator" and _is_moved(sentence, candidate, f.mention.head, words, doers))
        and not (f in met and len(met) > 1 and _is_stirred(sentence, candidate, f.mention.head, words))
    ]


def _is_moved(sentence: Sentence, candidate: Candidate, head: int, words: ThirdPartyWords, doers: list[int]) -> bool:
    """Whether a phrase is whom an act stirs, who takes it so or so, or whose act moves another to it."""
    trigger = candidate.words
    return (
        _is_stirred(sentence, candidate, head, words)
        or _moves_another(sentence, trigger, head, words)
        or _answers(sentence, trigger, head, words)
        or _suffers_it(sentence, trigger, head)
        or _acts_thereupon(sentence, trigger, head, doers)
        or _does_another_thing(sentence, trigger, head)
    )


def _is_stirred(sentence: Sentence, candidate: Candidate, head: int, words: ThirdPartyWords) -> bool:
    """Whether the act, for subject, stirs somebody or is taken so or so by him: "the killing of a priest shocked Kenya", "the raid drew protests
    from Kenya", "the arrest was condemned by Kenya"; not "the march drew thousands of Kenyans", who march."""
    subject, verb = _clause_of(sentence, candidate.words)
    top = _top(sentence, head, verb) if verb >= 0 else -1
    if top < 0 or top == subject:
        return False
    relation, lemma = sentence.tokens[top].relation, sentence.tokens[verb].lemma.lower()
    if is_passive(sentence, verb):
        return is_agent(sentence, top) and (
            lemma in words.judging or lemma in words.answering or lemma in words.withstanding
        )
    behind = matches(relation, ("obl",)) and preposition(sentence, top) in _FROM
    stirs = lemma in words.stirring or sentence.tokens[verb].text.lower() in words.stirring
    comes = candidate.label in _GATHERING and {lemma, sentence.tokens[verb].text.lower()} & _DRAWING
    return stirs and (behind or (matches(relation, ("obj", "iobj")) and not comes))


def _is_angered(sentence: Sentence, candidate: Candidate, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is whom an act done to somebody else angers, in the passive: "Kenya was angered by the seizure of the ship"."""
    tokens, noun = sentence.tokens, candidate.words[-1]
    verb, top = tokens[noun].head, first_of(sentence, head)
    if verb < 0 or tokens[noun].upos != "NOUN" or preposition(sentence, noun) not in ("by", "at", "over"):
        return False
    if tokens[verb].lemma.lower() not in words.stirring or not is_passive(sentence, verb):
        return False
    done_to = any(preposition(sentence, c) == "of" for c in sentence.dependents(noun, "nmod"))
    return done_to and tokens[top].head == verb and matches(tokens[top].relation, ("nsubj",))


def _clause_of(sentence: Sentence, trigger: list[int]) -> tuple[int, int]:
    """The subject that an event's noun is or belongs to, and the subject's verb; (-1, -1) for an event that is no part of a subject."""
    tokens = sentence.tokens
    i = trigger[-1]
    if tokens[i].upos not in ("NOUN", "PROPN", "VERB"):
        return -1, -1
    while matches(tokens[i].relation, ("nmod", "compound", "conj", "acl")) and tokens[i].head >= 0:
        if tokens[i].relation == "acl:relcl":
            return -1, -1  # "rebels who attacked Kenya forced Uganda"
        i = tokens[i].head
    if tokens[i].upos == "VERB":
        return -1, -1
    verb = tokens[i].head
    if verb < 0 or verb in trigger or not matches(tokens[i].relation, ("nsubj",)) or tokens[verb].upos != "VERB":
        return -1, -1
    return i, verb


def _top(sentence: Sentence, head: int, verb: int) -> int:
    """The noun right below a verb whose phrase a word stands in; -1 where it stands in none."""
    tokens = sentence.tokens
    while tokens[head].head >= 0 and tokens[head].head != verb and matches(tokens[head].relation, IN_PHRASE):
        head = tokens[head].head
    return head if tokens[head].head == verb else -1


def _moves_another(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is whose act makes another do what is told: "Kenya's missile tests prompted Uganda to call up its army"."""
    tokens = sentence.tokens
    below = next((i for i in trigger if tokens[i].upos in ("VERB", "AUX")), tokens[trigger[-1]].head)
    while below >= 0 and matches(tokens[below].relation, _CAUSED) and tokens[below].head >= 0:
        verb = tokens[below].head
        if tokens[verb].lemma.lower() in words.stirring and any(
            i < below for i in sentence.dependents(verb, "obj", "iobj")
        ):
            top = _top(sentence, head, verb)
            return top >= 0 and top != head and matches(tokens[top].relation, ("nsubj",))
        below = verb
    return False


def _answers(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is the subject of a verb of judging or answering that has the act for its object: "Kenya met Uganda's demands", "yielded
    to protests", "criticised the raid"; whoever weighs sanctions would impose them."""
    tokens, noun = sentence.tokens, trigger[-1]
    if any(tokens[i].upos == "VERB" for i in trigger) or tokens[noun].upos != "NOUN":
        return False
    while matches(tokens[noun].relation, ("compound", "conj")) and tokens[noun].head >= 0:
        noun = tokens[noun].head
    verb = tokens[noun].head
    if verb < 0 or not matches(tokens[noun].relation, ("obj", "obl")) or is_passive(sentence, verb):
        return False
    if matches(tokens[noun].relation, ("obl",)) and preposition(sentence, noun) not in _TO:
        return False  # "after talks in Cairo, Kenya met Uganda", "following the raid, Kenya welcomed an offer of help"
    lemma = tokens[verb].lemma.lower()
    denies = lemma == "deny" and tokens[noun].lemma.lower() in lexicon.load().classes["allegation"]
    if lemma not in words.judging and lemma not in words.yielding and not denies:
        return False
    top = _top(sentence, head, verb)
    return top >= 0 and matches(tokens[top].relation, ("nsubj",))


def _suffers_it(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is to whom the subject does something "by" the act: "angered Uganda by arresting a bishop"."""
    tokens = sentence.tokens
    verb = next((i for i in trigger if tokens[i].upos == "VERB"), -1)
    if verb < 0 or not tokens[verb].text.lower().endswith("ing") or preposition(sentence, verb) != "by":
        return False
    head = first_of(sentence, head)
    above = tokens[verb].head
    return above >= 0 and tokens[head].head == above and matches(tokens[head].relation, ("obj", "iobj"))


def _acts_thereupon(sentence: Sentence, trigger: list[int], head: int, doers: list[int]) -> bool:
    """Whether a phrase is who does something else after or despite another's act: "aid was cut by Kenya after protests from Tanzania", "freed him
    at the request of Tanzania"."""
    tokens, noun = sentence.tokens, trigger[-1]
    if tokens[noun].upos != "NOUN" or not matches(tokens[noun].relation, ("obl",)):
        return False
    own = any(preposition(sentence, c) in ("from", "by") for c in sentence.dependents(noun, "nmod"))
    if sentence.dependents(noun, "nmod:poss") and tokens[head].head == noun and preposition(sentence, head) == "by":
        return True  # "was freed at Tanzania's request by Kenya"
    named = {i for i in doers if stands_below(sentence, i, noun)}
    its = any(tokens[c].upos == "PRON" and c not in named for c in sentence.dependents(noun, "nmod:poss"))
    if preposition(sentence, noun) in _UPON and its:
        return False  # "put its army on its highest alert"
    own = own or bool(sentence.dependents(noun, "nmod:poss")) or bool(named)
    verb = tokens[noun].head
    if not own or verb in trigger or preposition(sentence, noun) not in _THEREUPON | _UPON:
        return False
    top = _top(sentence, head, verb)
    relation = tokens[top].relation if top >= 0 else ""
    return relation == "nsubj" or (top >= 0 and preposition(sentence, top) == "by")


def _does_another_thing(sentence: Sentence, trigger: list[int], head: int) -> bool:
    """Whether a phrase is behind the "by" of another verb although the act has its own: "two men kidnapped by rebels were freed by Kenya"."""
    tokens = sentence.tokens
    head = first_of(sentence, head)
    verb = next((i for i in trigger if tokens[i].upos == "VERB"), -1)
    if verb < 0 or tokens[head].head in (verb, -1) or preposition(sentence, head) != "by":
        return False
    own = [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) == "by"]
    return is_passive(sentence, verb) and bool(own) and tokens[tokens[head].head].upos == "VERB"
