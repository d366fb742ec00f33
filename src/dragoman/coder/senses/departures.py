"""Who only travels: a departure from a city is no walkout and no resignation, and a way home resumes no talks."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_LEAVING = frozenset({"leave", "depart", "fly", "go", "travel", "head", "drive", "return"})
_DEPARTURES = ("walkout", "mediator_resigned")
_VISITS = ("single_party_consultation", "third_party_consultation")
_FROM = frozenset({"from", "out", "for", "to"})
_WITH_IT = ("nsubj", "mark", "obj", "punct", "aux", "cc", "conj", "expl", "compound:prt", "discourse")
"""Relations of what goes with any departure."""
_TIMES = frozenset({"on", "at", "in", "by", "early", "late", "with", "aboard", "as", "until", "before"})
_DASHES = frozenset({"-", "–", "—", "--"})
_CLAUSES = ("advcl", "xcomp")


def merely_travels(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the label is a walkout or a resignation and all that is told is that somebody left a place: "the envoy left Damascus on
    Monday after two days of talks", "the delegates left the hotel without speaking to reporters", "left the room before the talks began".

    Not "left Geneva in protest", "left Arusha, saying that he would prepare for war", "left the capital without signing".
    """
    tokens = sentence.tokens
    verb = _leaving(sentence, candidate)
    if candidate.label not in (*_DEPARTURES, *_VISITS) or verb < 0:
        return False
    if any(
        tokens[c].upos in ("ADV", "ADJ") and tokens[c].lemma.lower() in lexicon.classes["in_protest"]
        for c in sentence.children[verb]
    ):
        return False
    left = [
        c
        for c in sentence.dependents(verb, "obj", "obl")
        if tokens[c].relation == "obj" or (preposition(sentence, c) in _FROM and tokens[c].mention != "time")
    ]
    places = [
        c
        for c in left
        if tokens[c].name.endswith("LOC") or tokens[c].lemma.lower() in lexicon.classes["left_on_travels"]
    ]
    rooms = [c for c in left if tokens[c].lemma.lower() in (*lexicon.classes["room"], "session")]
    homeward = any(tokens[c].lemma.lower() == "home" for c in sentence.dependents(verb, "advmod", "obj"))
    visit = homeward or any(_after_a_visit(sentence, c, lexicon) for c in sentence.dependents(verb, "obl"))
    if candidate.label in _VISITS and (
        candidate.ruling is not None
        or (tokens[verb].lemma.lower() != "leave" and not homeward)
        or any(tokens[c].relation != "obj" for c in left)
    ):
        return False  # "will leave tonight for the Indonesian capital" goes to meet somebody
    early = any(_before_it_began(sentence, c, lexicon) for c in sentence.dependents(verb, "advcl"))
    if (set(left) - {*places, *rooms}) or not (places or (rooms and early) or (visit and not left)):
        return False
    if candidate.label == "mediator_resigned" and places:
        return True  # nobody gives up a mission by leaving a city, whatever the cause
    return all(_goes_with_travel(sentence, c, lexicon) for c in sentence.children[verb] if c not in left)


def _leaving(sentence: Sentence, candidate: Candidate) -> int:
    """The verb of leaving or travelling among a candidate's words or above its "home", -1 where there is none."""
    tokens = sentence.tokens
    near = [
        tokens[i].head if tokens[i].lemma.lower() == "home" or tokens[i].name.endswith("LOC") else i
        for i in candidate.words
    ]
    return next((i for i in near if i >= 0 and tokens[i].lemma.lower() in _LEAVING and tokens[i].upos == "VERB"), -1)


def _of_dateline(sentence: Sentence, i: int) -> bool:
    """Whether a word stands before the dash at the beginning of a report: "SANAA, April 13 - Omani delegates left"."""
    dash = next((t.i for t in sentence.tokens if t.text in _DASHES and t.i), -1)
    return i < dash and all(t.upos in ("PROPN", "NUM", "PUNCT") for t in sentence.tokens[:dash])


def _goes_with_travel(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what stands below a verb of leaving gives no cause for it: a day, a way, what was done before, what was not reached."""
    token, case = sentence.tokens[i], preposition(sentence, i)
    if (
        matches(token.relation, _WITH_IT)
        or _of_dateline(sentence, i)
        or token.mention == "time"
        or matches(token.relation, ("obl:unmarked",))
    ):
        return True
    if matches(token.relation, ("advmod",)):
        return token.lemma.lower() not in lexicon.classes["in_protest"]
    if matches(token.relation, ("obl",)):
        of_stay = case == "of" and token.lemma.lower() in lexicon.talks  # "after two days of talks"
        return token.name.endswith("LOC") or case in _TIMES - {"in"} or of_stay or _after_a_visit(sentence, i, lexicon)
    if matches(token.relation, _CLAUSES):
        if _after_the_end(sentence, i, lexicon):
            return True
        if case == "without":
            return token.lemma.lower() not in lexicon.classes["owed_to_hosts"]
        return case == "to" or _before_it_began(sentence, i, lexicon)
    return False


def _after_a_visit(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a phrase says that a stay had run its course: "after two days of talks", "after a courtesy call"."""
    stay = {*lexicon.classes["span"], *lexicon.classes["stay"], *lexicon.talks}
    return preposition(sentence, i) in ("after", "following") and sentence.tokens[i].lemma.lower() in stay


def _after_the_end(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a clause says that the talks were over: "after the talks broke down"."""
    token = sentence.tokens[i]
    over = {w.split()[0] for w in (*lexicon.classes["closing"], *lexicon.classes["collapse"])}
    ended = any(sentence.tokens[c].lemma.lower() in lexicon.talks for c in sentence.dependents(i, "nsubj"))
    return preposition(sentence, i) in ("after", "when", "once") and token.lemma.lower() in over and ended


def _before_it_began(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a clause says that talks had not begun: "before the negotiations started"."""
    return preposition(sentence, i) == "before" and sentence.tokens[i].lemma.lower() in lexicon.classes["taking_place"]


def goes_home(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the model took a way home for the resumption of talks: "the Houthi delegation returned to Sanaa", with no word for talks."""
    tokens = sentence.tokens
    verb = _leaving(sentence, candidate)
    if candidate.label != "talks_resumed" or candidate.ruling is not None or verb < 0:
        return False
    if any(tokens[i].lemma.lower() in lexicon.talks for i in sentence.subtree(verb)):
        return False
    goals = [
        c
        for c in sentence.dependents(verb, "obl", "advmod")
        if preposition(sentence, c) == "to" or tokens[c].lemma.lower() == "home"
    ]
    own = {mentions.at(sentence, i).country for i in verb_slots(sentence, verb)["agent"]} - {None}
    return any(tokens[c].lemma.lower() == "home" or mentions.at(sentence, c).country in own for c in goals)
