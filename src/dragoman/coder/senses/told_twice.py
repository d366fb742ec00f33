"""Two words of a clause that tell one act by the build of the sentence: the verb and its object, its judgement, its means or its aim.

"Imposed new sanctions", "called the meeting constructive", "retaliated by firing rockets", "blocked roads to protest". Such pairs have one
label. What a condition is set for, what is proposed and what is ended is told by the act, whatever label its noun has alone.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.senses.act_and_content import content_of, has_maker, top_of
from dragoman.coder.senses.deed_promised import deed_promised
from dragoman.coder.senses.noun_tells import noun_tells
from dragoman.coder.senses.one_phrase import one_phrase
from dragoman.coder.senses.same_kind import same_kind
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_ANSWERING = frozenset({"retaliate", "respond", "react", "reply", "answer"})
"""Verbs that tell only why something is done: "retaliated by shelling the port" is told on the shelling."""
_SUPPOSING = frozenset({"would", "could", "should", "will", "can", "may", "might"})
_MAKING = frozenset({"make", "consider", "declare"})


def same_act(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates tells again what the other tells, None where they are two acts; `b` stands below `a`."""
    if _shelves(sentence, a, b):
        return b
    for telling in (one_phrase, noun_tells, deed_promised, _by_build, same_kind, content_of):
        if (found := telling(sentence, a, b)) is not None:
            return found
    return None


def _shelves(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is the harmful plan that somebody gives up, by which he gives way: "would shelve annexation"."""
    words, noun = lexicon.load().classes, sentence.tokens[b.words[-1]]
    own = noun.head in a.words and sentence.tokens[noun.head].lemma.lower() in words["shelving"]
    return a.label == "CONCEDE" and own and noun.lemma.lower() in words["harmful_plan"]


def _by_build(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates tells again what the other tells by what a verb, its object and its aim are alone."""
    if _brought_about(sentence, a, b):
        return a
    if a.label in group("truces_kept") and b.label in group("truces_kept") and _halts(sentence, a, b):
        return b
    if b.label == "CONSULT" and _is_visit_ended(sentence, a, b):
        return b
    if _made_in_clause_of(sentence, a, b):
        return b
    if a.label != b.label:
        return _of_two_labels(sentence, a, b)
    if _in_clause_of(sentence, a, b):
        return b
    if a.label == "talks_proposed" and sentence.tokens[top_of(sentence, b)].relation == "obj":
        return b if sentence.tokens[top_of(sentence, b)].head in a.words else None  # "presented a peace plan"
    if a.label == "ceasefire_effective" and _enters_into_force(sentence, a, b):
        return b
    if a.label == "endorsement" and sentence.tokens[b.words[-1]].relation == "obj":
        return a if sentence.tokens[b.words[-1]].head in a.words else None  # "affirmed its support"
    verb, word = a.words[0], top_of(sentence, b)
    token = sentence.tokens[word]
    if token.head not in a.words or sentence.tokens[verb].upos != "VERB":
        return None
    if matches(token.relation, ("obj", "nsubj:pass")):
        if a.label == "mediation_offered":
            return b  # "offered mediators"
        return a if _says_little(sentence, verb, word) else None
    if matches(token.relation, ("xcomp",)) and token.upos in ("ADJ", "NOUN"):
        return a  # the judgement's own word tells it: "called the meeting constructive"
    marked = {sentence.tokens[c].text.lower() for c in sentence.dependents(word, "mark")}
    if matches(token.relation, ("advcl", "xcomp")) and a.label in ("PROTEST", "talks_agreed") and "to" in marked:
        return b  # "persuaded the two men to meet"
    if matches(token.relation, ("advcl",)) and marked == {"by"}:
        led_up = {*_ANSWERING, *lexicon.load().classes["angering"]}
        return a if sentence.tokens[verb].lemma.lower() in led_up else b  # "angered Baku by accusing it of"
    return None


def _of_two_labels(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates of two labels tells again what the other tells, by what hangs from the verb of `a`: an object, an aim, a means.

    "Proposed a truce" declares none, but in "proposed a truce and the rebels accepted" the two are joined, and both are told.
    """
    word, first = sentence.tokens[top_of(sentence, b)], sentence.tokens[a.words[0]]
    if a.label == "talks_refused" and _only_offered(sentence, a, b):
        return b
    if word.head not in a.words:
        return None
    told = matches(word.relation, (*OBJECTS, "obl"))
    if matches(word.relation, ("xcomp",)):
        refused = a.label in group("refusals") and b.label == "endorsement"  # "refused to endorse the deal"
        declined = a.label == "REJECT" and b.label == "venue_offered"  # "declined to host the talks"
        won = b.label == "talks_agreed" and first.lemma.lower() in lexicon.load().classes["winning_over"]
        return b if refused or declined or won else None  # "persuaded the two men to meet"
    if told and (a.label, b.label) == ("ceasefire_called_for", "ceasefire_declared") and first.upos == "VERB":
        return b
    if told and (a.label, b.label) == ("REJECT", "resolution_vetoed"):
        return a  # "was rejected owing to a negative vote"
    if told and (a.label, b.label) == ("REQUEST", "mediation_requested"):
        return a  # "called for the involvement of the UN"
    return None


def _is_visit_ended(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is the visit that the verb of `a` ends: "concluded his visit to Kigali"."""
    token = sentence.tokens[b.words[-1]]
    verb = token.head if matches(token.relation, ("obj",)) else -1
    ending = verb in a.words and sentence.tokens[verb].lemma.lower() in lexicon.load().classes["closing"]
    return ending and a.label in (*group("talks_and_visits"), "CONSULT")


def _only_offered(sentence: Sentence, refusal: Candidate, b: Candidate) -> bool:
    """Whether `b` is only the proposal that is turned down, with nobody who makes it, or the meeting that it is of: "rejected a proposal for
    a meeting between the two"; not "rejected Kenya's offer of talks", which was made."""
    tokens = sentence.tokens
    top = top_of(sentence, b)
    if b.label in group("talks_of_parties"):
        offer = tokens[top].head
        of = matches(tokens[top].relation, ("nmod",)) and preposition(sentence, top) in ("for", "of")
        return of and offer >= 0 and tokens[offer].head in refusal.words and matches(tokens[offer].relation, OBJECTS)
    if b.label != "talks_proposed" or tokens[top].head not in refusal.words:
        return False
    return matches(tokens[top].relation, OBJECTS) and not has_maker(sentence, top)


def _brought_about(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether a call is only that somebody brings another to do what `b` tells: "persuaded both sides to extend the truce"."""
    verbs = [i for i in a.words if sentence.tokens[i].lemma.lower() in lexicon.load().classes["prevailing"]]
    if a.label not in (*group("requests"), "ceasefire_called_for") or not verbs:
        return False
    word = top_of(sentence, b)
    tried = any(matches(sentence.tokens[v].relation, ("xcomp",)) for v in verbs)
    return (
        not tried
        and matches(sentence.tokens[word].relation, ("xcomp", "advcl"))
        and sentence.tokens[word].head in verbs
    )


def _in_clause_of(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` only says in a clause on the noun of `a` who made it or whom it cost: "the truce that Turkey had brokered", "clashes in
    which 100 were killed"; not "the truce that had been extended in May"."""
    tokens = sentence.tokens
    noun, verb = a.words[-1], next((i for i in b.words if tokens[i].relation == "acl:relcl"), -1)
    if tokens[noun].upos != "NOUN" or verb < 0 or tokens[verb].head != noun:
        return False
    if any(tokens[c].mention == "time" for c in sentence.children[verb]):
        return False
    if a.label in group("talks_of_parties"):  # "the talks, which Kenya hosted"
        classes = lexicon.load().classes
        return tokens[verb].lemma.lower() in {*classes["mediate"], "host", "attend"}
    return a.label in (*group("truces_kept"), *group("shared_texts"), "ASSAULT")


def _halts(sentence: Sentence, truce: Candidate, b: Candidate) -> bool:
    """Whether `b` only says in a clause on a truce what it ended: "the truce that | halted | four days of fighting"."""
    tokens = sentence.tokens
    return any(
        tokens[i].relation == "acl:relcl"
        and tokens[i].head in truce.words
        and tokens[i].lemma.lower() in lexicon.load().classes["stopping"]
        for i in b.words
    )


def _made_in_clause_of(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` only says in a clause on a text who made it: "the deal that Holbrooke worked out in Belgrade"."""
    tokens = sentence.tokens
    verb = next((i for i in b.words if tokens[i].relation == "acl:relcl"), -1)
    if a.label not in (*group("truces_kept"), *group("shared_texts")) or verb < 0 or tokens[verb].head not in a.words:
        return False
    classes = lexicon.load().classes
    makes = tokens[verb].lemma.lower() in {*classes["reach"], "work", "negotiate", *classes["mediate"]}
    return makes and b.label in (*group("gatherings"), *group("shared_texts"))


def _enters_into_force(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is the "force" or "effect" into which the truce of `a` comes: "a truce came into force"."""
    noun, force = sentence.tokens[a.words[-1]], sentence.tokens[b.words[-1]]
    return (
        force.lemma.lower() in ("force", "effect")
        and matches(force.relation, ("obl", "obj"))
        and force.head == noun.head
    )


def of_condition(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is what a condition is set for or consists of: "made the release of prisoners a condition for a truce".

    "Made a truce conditional on the release of hostages" holds no truce and frees nobody; of what a clause tells more, it tells as an event:
    "a condition for the ceasefire that Egypt brokered".
    """
    if a.label != "precondition_set":
        return False
    tokens = sentence.tokens
    made = {tokens[i].head for i in a.words if matches(tokens[i].relation, ("xcomp", "obj"))} | set(a.words)
    made = {i for i in made if i in a.words or (i >= 0 and tokens[i].lemma.lower() in _MAKING)}
    if not made - set(a.words):
        return False
    i = top_of(sentence, b)
    if tokens[i].upos == "NOUN" and any(not _only_supposed(sentence, c) for c in sentence.dependents(i, "acl:relcl")):
        return False
    while tokens[i].head >= 0 and i not in made:
        if matches(tokens[i].relation, ("advcl", "ccomp", "parataxis", "acl:relcl", "nsubj", "conj")):
            return False
        i = tokens[i].head
    return i in made


def _only_supposed(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells what would be: "a ceasefire that would last"."""
    return any(sentence.tokens[c].text.lower() in _SUPPOSING for c in sentence.dependents(verb, "aux"))


def is_proposed(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is what a proposal without a word of talks is: "proposed a prisoner swap", "proposed that foreign troops leave"."""
    if a.label != "talks_proposed" or a.ruling is not None or b.label not in group("deeds_proposed"):
        return False
    token = sentence.tokens[top_of(sentence, b)]
    return token.head in a.words and matches(token.relation, ("obj", "ccomp", "xcomp", "nsubj:pass"))


def is_taken_back(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is only the offer that somebody takes back: "withdrew its offer to mediate"."""
    token = sentence.tokens[top_of(sentence, b)]
    verb = token.head if matches(token.relation, ("obj", "nsubj:pass")) else -1
    return b.label in group("offers") and verb in a.words and sentence.tokens[verb].lemma.lower() == "withdraw"


def is_ended(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is only the truce that ends, not one of which more is told: "ended the truce", not "ended the truce brokered by Oman"."""
    noun = next((i for i in reversed(b.words) if sentence.tokens[i].upos == "NOUN"), b.words[-1])  # "cease - | fire"
    told = any(
        matches(sentence.tokens[c].relation, ("acl",))
        or (preposition(sentence, c) == "by" and matches(sentence.tokens[c].relation, ("nmod",)))
        or (matches(sentence.tokens[c].relation, ("amod",)) and sentence.tokens[c].upos == "VERB")
        for c in sentence.children[noun]
    )
    return a.label == "ceasefire_ended" and b.label in group("truces_kept") and not told


def _says_little(sentence: Sentence, verb: int, noun: int) -> bool:
    """Whether a verb says little beside its object, which tells the act: "imposed sanctions", "launched an attack"."""
    tokens = sentence.tokens
    return any(
        entry.slot == "patient"
        and (tokens[verb].lemma.lower(),) in entry.lemmas
        and (tokens[noun].lemma.lower(),) in entry.nouns
        for entry in lexicon.load().light_verb_entries
    )
