"""What came about after all: meetings held on another day than was planned, what did not start until some day (codebook 2.3)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import PAST_AUXILIARIES, UNDER_WAY, WAS
from dragoman.coder.grammar.effects import negates
from dragoman.coder.occurrence.denied import takes_place
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_PAST = frozenset(
    {"took", "went", "began", "started", "opened", "happened", "got", "occurred", "convened", "proceeded", "resumed"}
)
_BEGUN = frozenset({"begin", "start", "open", "get", "commence", "convene", "resume"})


def took_place(sentence: Sentence, candidate: Candidate) -> str | None:
    """Status of a meeting of which the main verb says that it came about, whatever had been planned: "the meeting, first set for
    Monday, was held on Friday", "talks that were to begin on Sunday got under way on Tuesday"; None for any other."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb = tokens[noun].head
    if verb < 0 or not matches(tokens[noun].relation, ("nsubj",)) or tokens[verb].upos != "VERB":
        return None
    lemma = tokens[verb].lemma.lower()
    under_way = lemma == "get" and any(tokens[c].text.lower() in UNDER_WAY for c in sentence.children[verb])
    if not under_way and not takes_place(sentence, verb):
        return None
    helpers = {tokens[c].text.lower() for c in sentence.dependents(verb, "aux")}
    passive = tokens[noun].relation == "nsubj:pass"
    past = helpers <= WAS | {"been", "had", "have", "has"} and (bool(helpers & WAS) if passive else not helpers)
    past = past and (passive or tokens[verb].text.lower() in _PAST)
    if not past or any(negates(sentence, c, lexicon.load().modality) for c in sentence.dependents(verb, "advmod")):
        return None
    if any(tokens[c].text.lower() == "if" for c in sentence.dependents(verb, "mark")):
        return None
    return "under_way" if lemma in _BEGUN else "held"


def broke_up(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the main verb says that a meeting broke up: "the meeting collapsed when they could not agree"."""
    tokens = sentence.tokens
    verb = tokens[candidate.words[-1]].head
    if verb < 0 or not matches(tokens[candidate.words[-1]].relation, ("nsubj",)) or tokens[verb].upos != "VERB":
        return False
    lemma, parts = (
        tokens[verb].lemma.lower(),
        {tokens[c].text.lower() for c in sentence.dependents(verb, "compound:prt")},
    )
    ended = lemma in ("collapse", "founder", "unravel") or (lemma == "break" and parts & {"down", "up", "off"})
    if candidate.label not in group("shared_meetings") or not ended:
        return False
    below = sentence.dependents(verb, "aux", "mark", "obj", "advmod")
    modality = lexicon.load().modality
    return all(
        tokens[c].text.lower() in ("had", "have", "has") for c in below if tokens[c].relation in ("aux", "mark", "obj")
    ) and not any(negates(sentence, c, modality) for c in below)


def not_until(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what came about is denied only up to a day: "was not signed until Friday", "a truce did not come into force until May",
    but not "will not meet until"."""
    tokens = sentence.tokens
    verb = next((i for i in reversed(candidate.words) if tokens[i].upos == "VERB"), -1)
    word = candidate.words[-1]
    if verb < 0 and matches(tokens[word].relation, ("nsubj", "obl")) and tokens[tokens[word].head].upos == "VERB":
        verb = tokens[word].head
        if not takes_place(sentence, verb) and tokens[verb].lemma.lower() not in ("come", "enter", "go"):
            return False
    if verb < 0 or not any(tokens[c].text.lower() in PAST_AUXILIARIES for c in sentence.dependents(verb, "aux")):
        return False
    later = (c for c in sentence.children[verb] if c > verb and matches(tokens[c].relation, ("obl", "advcl")))
    return any(tokens[k].text.lower() in ("until", "till") for c in later for k in sentence.children[c])


def only_shunned(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether talks are what somebody stayed away from, which ends none: "the opposition boycotted a third round of talks"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    while matches(tokens[noun].relation, ("nmod",)) and tokens[tokens[noun].head].upos == "NOUN":
        noun = tokens[noun].head  # "a round of talks"
    verb = tokens[noun].head
    shuns = verb >= 0 and tokens[verb].lemma.lower() in lexicon.load().classes["shunning"]
    return shuns and matches(tokens[noun].relation, ("obj",)) and candidate.label in group("shared_meetings")
