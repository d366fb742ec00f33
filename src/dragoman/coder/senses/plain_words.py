"""What a label cannot be, given the plain sense of its words: a warning of a flood is no threat, a departure at the end no walkout.

Each function is asked of one candidate and is silent unless it has its label.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from dragoman.coder.at_the_table.own_people import confers_within, meets_own_people
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import FIGHTING, NO
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.occurrence.denied import ends_plainly, not_ruled_out, rules_out
from dragoman.coder.senses.departures import goes_home, merely_travels
from dragoman.coder.senses.idioms import agrees_on_measures, says_otherwise
from dragoman.coder.senses.mediators_wanted import names_own_delegates
from dragoman.coder.senses.nothing_done import does_nothing
from dragoman.coder.senses.offers import unanswered
from dragoman.coder.senses.press import refuses_the_press
from dragoman.coder.senses.stray_words import found_by_poll, strays
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_OWN = frozenset({"i", "we", "me", "us", "my", "our", "it", "they", "he", "she"})
_WARNING = frozenset({"warn", "caution"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall"})

Check = Callable[[Sentence, Candidate, Mentions, Lexicon], bool]


def only_warns(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether somebody warns of what he would not do himself: "warned of a famine", "warned that thousands had fled".

    A threat is of one's own act ("warned that it would strike back") or of what comes of another's ("warned of consequences"). What is
    told beside quoted words is left to the model.
    """
    if candidate.label != "THREATEN":
        return False
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].lemma.lower() in _WARNING and tokens[i].upos == "VERB"), -1)
    if verb < 0:
        return False
    told = [c for c in sentence.dependents(verb, "ccomp") if c > verb]
    feared = [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) in ("of", "about")]
    if not told and not feared:
        return False
    below = {i for c in (*told, *feared) for i in sentence.subtree(c)}
    if _has(sentence, below, lexicon.classes["reprisal"]):
        return False
    if any(mentions.at(sentence, i).known for i in sentence.dependents(verb, "obj", "iobj")):
        return False  # "warned Dodik that the courts were not negotiable"
    warners = {mentions.at(sentence, i).actor for i in sentence.dependents(verb, "nsubj")} - {None}
    for clause in told:
        for subject in sentence.dependents(clause, "nsubj", "nsubj:pass"):
            own = tokens[subject].text.lower() in _OWN or mentions.at(sentence, subject).actor in warners
            suffered = any(tokens[c].text.lower() in ("had", "has", "have") for c in sentence.dependents(clause, "aux"))
            any_such = any(
                tokens[c].text.lower() in ("any", "such") for c in sentence.dependents(subject, "det", "amod")
            )
            if (own and not suffered) or any_such or _will_pay(sentence, clause, subject, verb, mentions, lexicon):
                return False
    return not any(tokens[i].text.lower() in ("we", "us", "our", "my") for i in below)


def _will_pay(sentence: Sentence, clause: int, subject: int, verb: int, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a state or whoever fights foretells what another will suffer: "warned that Kenya would pay for it", "that the rebels would be
    crushed"; the UN only fears it, and "would be attacked by Russia" is another's act."""
    tokens = sentence.tokens
    who = [mentions.at(sentence, i) for i in sentence.dependents(verb, "nsubj")]
    if not any(m.country is not None or m.resolution.actor_type in FIGHTING for m in who):
        return False
    foretold = any(tokens[c].text.lower() in _FUTURE for c in sentence.dependents(clause, "aux"))
    if not foretold or not mentions.at(sentence, subject).known:
        return False
    if tokens[clause].lemma.lower() in lexicon.classes["paying_for"]:
        return True
    passive = tokens[subject].relation == "nsubj:pass"
    return passive and not any(preposition(sentence, c) == "by" for c in sentence.dependents(clause, "obl"))


def leaves_in_peace(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a departure is no walkout: at the end of the talks, for somewhere else, with nothing to show, after opening a session."""
    tokens = sentence.tokens
    verb = next(
        (
            i
            for i in candidate.words
            if tokens[i].lemma.lower() in lexicon.classes["going_away"] and tokens[i].upos == "VERB"
        ),
        -1,
    )
    if (
        candidate.label != "walkout"
        or verb < 0
        or _has(sentence, sentence.subtree(verb), lexicon.classes["in_protest"])
    ):
        return False
    if any(tokens[i].relation == "obj" and tokens[i].lemma.lower() in lexicon.talks for i in sentence.children[verb]):
        return False  # "left the talks for consultations"
    if (
        tokens[verb].relation == "conj"
        and tokens[tokens[verb].head].lemma.lower() in lexicon.classes["opening_address"]
    ):
        return True
    return any(_in_due_course(sentence, c, lexicon) for c in sentence.children[verb])


def _in_due_course(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a phrase or clause below a verb of leaving says that it was time: "when the round ended", "at the end of", "for Doha"."""
    token, case, closing = sentence.tokens[i], preposition(sentence, i), lexicon.classes["closing"]
    if token.lemma.lower() in lexicon.classes["for_home"]:
        return True
    if not matches(token.relation, ("obl", "advcl")):
        return False
    when = any(sentence.tokens[c].text.lower() == "when" for c in sentence.children[i])
    if token.lemma.lower() in (closing if token.upos == "VERB" else lexicon.classes["end_of_talks"]):
        return when or case in ("when", "after", "once", "as", "at")
    return case == "for" and token.upos in ("NOUN", "PROPN")


def takes_it(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the model took an acceptance for a rejection: "said it would respect any agreement that Hamas signed"."""
    tokens = sentence.tokens
    if candidate.label != "agreement_rejected":
        return False
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or tokens[verb].lemma.lower() not in lexicon.classes["taking_up"]:
        return False
    if candidate.ruling is not None and candidate.ruling.anchor != [verb]:
        return False
    above = tokens[verb].head
    subjects = sentence.dependents(verb, "nsubj", "obj")
    near = [*sentence.children[verb], *subjects, *(c for s in subjects for c in sentence.children[s])]
    for i in sentence.ancestors(verb):
        near += sentence.children[i]  # "is not ready to accept it", "nobody wants to sign"
        if not matches(tokens[i].relation, ("xcomp", "ccomp")):
            break
    denied = any(tokens[c].text.lower() in NO | {"cannot", "only", "nothing", "nobody", "longer"} for c in near)
    below_it = above >= 0 and not matches(tokens[verb].relation, ("conj",))  # "Aden rejected it and Sanaa accepted it"
    unwilling = below_it and tokens[above].lemma.lower() in lexicon.classes["refuse"]
    return not denied and not unwilling and not lexicon.sets_condition(sentence.text)


def accepts_no_talks(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the model took for a consent to talks that somebody accepts a decision, an apology or a result."""
    if candidate.label != "talks_agreed" or candidate.ruling is not None:
        return False
    tokens = sentence.tokens
    verbs = [i for i in candidate.words if tokens[i].lemma.lower() == "accept"]
    objects = [tokens[c].lemma.lower() for v in verbs for c in sentence.dependents(v, "obj", "nsubj:pass")]
    return bool(objects) and all(word in lexicon.classes["no_offer"] for word in objects)


def extends_no_truce(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether what is extended is talks: "the talks were extended by two days"."""
    if candidate.label != "ceasefire_extended":
        return False
    tokens = sentence.tokens
    verbs = [i for i in candidate.words if tokens[i].upos == "VERB"]
    objects = {tokens[c].lemma.lower() for v in verbs for c in sentence.dependents(v, "obj", "nsubj:pass")}
    return bool(objects) and objects <= lexicon.talks | {"mission", "mandate"}


def merely_ends(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the model took the plain end of talks for a collapse: "after the talks ended"."""
    if candidate.label != "talks_collapsed" or candidate.ruling is not None:
        return False
    return any(ends_plainly(sentence, i) for i in candidate.words)


def is_of_fighting(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether it is the fighting that breaks out, ends or goes on, and no talks: "the first talks since fighting broke out"."""
    if not candidate.label.startswith("talks_"):
        return False
    verbs = [i for i in candidate.words if sentence.tokens[i].upos == "VERB"]
    subjects = [c for i in verbs for c in sentence.dependents(i, "nsubj", "nsubj:pass")]
    fighting = lexicon.classes["fighting"]
    if any(sentence.dependents(i, "obj") for i in verbs):
        return False  # "attacks derailed the talks"
    return bool(subjects) and all(sentence.tokens[c].lemma.lower() in fighting for c in subjects)


def sentences(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a court condemns somebody to a punishment, which is no criticism: "condemned to death"."""
    condemned = [i for i in candidate.words if sentence.tokens[i].lemma.lower() == "condemn"]
    to = [c for i in condemned for c in sentence.dependents(i, "obl", "advcl") if preposition(sentence, c) == "to"]
    return candidate.label == "ACCUSE" and bool(to)


def leaves_open(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a refusal is only that to rule something out: "would not rule out new sanctions", "refused to exclude talks"."""
    if candidate.label not in ("REJECT", "talks_refused", "agreement_rejected", "mediation_rejected"):
        return False
    for i in (*candidate.words, *(c for w in candidate.words for c in sentence.dependents(w, "xcomp"))):
        if rules_out(sentence, i) and not_ruled_out(sentence, i):
            return True
    return False


def meets_only_own_people(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether a meeting is one of somebody with his own people, and he leads a state: "convened his cabinet"."""
    within = confers_within(sentence, candidate, mentions, lexicon)
    return not within and meets_own_people(sentence, candidate, lexicon)


CHECKS: tuple[tuple[Check, str], ...] = (
    (only_warns, "a warning of what others do or suffer is no threat"),
    (leaves_in_peace, "left when it was time, which is no walkout"),
    (merely_travels, "left a place, which is no walkout and no resignation"),
    (goes_home, "goes home, which resumes no talks"),
    (refuses_the_press, "does not speak to the press, which refuses no talks"),
    (takes_it, "accepts it, which is no rejection"),
    (accepts_no_talks, "what is accepted is no offer of talks"),
    (extends_no_truce, "talks are extended, no truce"),
    (merely_ends, "ends, which is no collapse"),
    (is_of_fighting, "tells of the fighting, not of talks"),
    (sentences, "a sentence of a court is no criticism"),
    (meets_only_own_people, "meets nobody but his own people"),
    (says_otherwise, "an expression that tells of no such event"),
    (strays, "words that tell of no such event by what stands with them"),
    (does_nothing, "words by which nothing of the kind is done"),
    (found_by_poll, "what a poll finds people to think"),
    (agrees_on_measures, "agrees on measures against somebody, which is no text between sides"),
    (names_own_delegates, "names who speaks for itself, which appoints no mediator"),
    (unanswered, "has not answered, which refuses nothing"),
    (leaves_open, "does not rule it out, which rejects nothing"),
)
"""Each with what it says of a candidate that is left out for it."""


def _has(sentence: Sentence, words: Collection[int], wanted: Collection[str]) -> bool:
    """Whether a word of some has one of these lemmas or forms."""
    return any({sentence.tokens[i].lemma.lower(), sentence.tokens[i].text.lower()} & set(wanted) for i in words)
