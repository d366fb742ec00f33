"""What is only meant, tried or refused in an infinitive, and what a heading tells in the present tense (codebook 2.3, R23, R24)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Effect, Modality

_SENTENCE_ENDS = frozenset({".", "!", "?", "”", '"', "…", ":"})
_GATHERING = frozenset({"meet", "gather", "convene", "hold", "begin", "start", "open", "resume", "sign", "sit"})
_ON = frozenset({"on", "at", "to"})
_SUPPOSED = frozenset({"would", "could", "might", "'d", "’d"})
_BEGINNING = frozenset({"begin", "start", "open"})
_AHEAD = frozenset({"to", "will", "may", "could", "would", "should", "if", "when", "as", "tomorrow", "next", "soon"})


def governing_effect(sentence: Sentence, candidate: Candidate, modality: Modality) -> Effect | None:
    """What a verb of agreeing, wanting or refusing makes of an act of peacemaking in its infinitive: "agreed to sign" signs nothing.

    None where another stands between ("forced the rebels to sign"), or the event is no infinitive.
    """
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), None)
    if verb is not None and candidate.label.islower() and (asked := _before_it(sentence, verb, modality)) is not None:
        return asked
    plotted = candidate.label in group("violence")
    if verb is None or not (candidate.label.islower() or plotted) or not matches(tokens[verb].relation, ("xcomp",)):
        return None
    marked = any(tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark"))
    above = tokens[verb].head
    if plotted and tokens[above].lemma.lower() == "have" and matches(tokens[above].relation, ("xcomp",)):
        above = tokens[above].head  # "plotted to have him killed"
    if plotted and (tokens[above].lemma.lower(),) not in modality.intended:
        return None
    gerund = not marked and tokens[verb].text.lower().endswith("ing")
    if not (marked or gerund) or above in candidate.words or tokens[above].upos != "VERB":
        return None
    if sentence.dependents(above, "obj"):
        return None
    effect = modality.complement_verbs.get((tokens[above].lemma.lower(),))
    return None if gerund and (effect is None or effect.status != "proposed") else effect  # "proposed postponing"


def kept_from(sentence: Sentence, candidate: Candidate, modality: Modality) -> Effect | None:
    """What denies an act that somebody refrains from, stops or is kept from: "will refrain from imposing", "stopped bombing", "was barred
    from attacking"; None where none does, or where that itself is what tells of the event."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB" and tokens[i].text.lower().endswith("ing")), -1)
    above = tokens[verb].head if verb >= 0 and matches(tokens[verb].relation, ("advcl", "xcomp", "obj")) else -1
    if above < 0 or above in candidate.words or tokens[above].upos != "VERB" or candidate.label in group("exclusions"):
        return None
    if any(t.text == "," for t in sentence.tokens[above:verb]):
        return None  # "stopped the convoy, demanding a truce"
    if any(tokens[c].text.lower() in ("until", "unless", "before") for c in sentence.dependents(above, "mark")):
        return None  # "no talks until Doha stopped sheltering them"
    if candidate.label in group("truces_kept") or _only_sought(sentence, above, modality):
        return None  # "agreed to stop firing" tells of the truce
    lemma = tokens[above].lemma.lower()
    marks = {tokens[c].text.lower() for c in sentence.dependents(verb, "mark", "case")}
    effect = modality.complement_verbs.get((lemma, "from") if "from" in marks else (lemma,))
    if effect is None and "from" in marks:
        effect = modality.complement_verbs.get((lemma,))
    return effect if effect is not None and effect.polarity == "negated" and effect.status != "denied" else None


def no_longer(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event's own verb says that somebody has ended it: "no longer attacks the camps"."""
    tokens = sentence.tokens
    return any(
        tokens[c].text.lower() == "longer" and tokens[c - 1].text.lower() == "no"
        for i in candidate.words
        if tokens[i].upos == "VERB"
        for c in sentence.dependents(i, "advmod")
    )


def _only_sought(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb of stopping is only what somebody tries or asks for: "appealed to both to stop shooting", "tried to keep Iran from",
    "demanded that they stop shooting"."""
    above = sentence.tokens[verb].head
    if above < 0 or not matches(sentence.tokens[verb].relation, ("xcomp", "advcl", "ccomp")):
        return False
    effect = modality.complement_verbs.get((sentence.tokens[above].lemma.lower(),))
    return effect is not None and effect.status == "proposed"


def on_the_brink(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether an end only threatens: "the talks were on the brink of collapse"; of the end itself, or of the talks that stand there."""
    tokens, brink = sentence.tokens, lexicon.load().classes["brink"]
    word = candidate.words[-1]
    above = tokens[word].head
    if above < 0:
        return False
    if matches(tokens[word].relation, ("nmod",)) and tokens[above].lemma.lower() in brink:
        return True
    stands = [above, *sentence.dependents(above, "obl", "xcomp")] if matches(tokens[word].relation, ("nsubj",)) else []
    return any(tokens[i].lemma.lower() in brink and preposition(sentence, i) in _ON for i in stands)


def asked_whether(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event's own verb is what somebody asks or leaves unsaid: "has not said whether he supports the deal"."""
    tokens = sentence.tokens
    return any(
        matches(tokens[i].relation, ("ccomp",))
        and any(tokens[c].text.lower() == "whether" for c in sentence.dependents(i, "mark"))
        for i in candidate.words
    )


def _before_it(sentence: Sentence, verb: int, modality: Modality) -> Effect | None:
    """What a verb of asking makes of what is to come after what it asks for: "asked for 15 days before putting his name to the accord"."""
    tokens = sentence.tokens
    if (
        not matches(tokens[verb].relation, ("advcl",))
        or tokens[verb].head < 0
        or not tokens[verb].text.lower().endswith("ing")
    ):
        return None
    before = any(tokens[c].text.lower() == "before" for c in sentence.dependents(verb, "mark"))
    above = tokens[verb].head
    time = any(tokens[i].mention == "time" or tokens[i].upos == "NUM" for i in range(above, verb))
    asking = (tokens[above].lemma.lower(),) in modality.asking_time and time  # "asked for 15 days before"
    return modality.complement_verbs.get(("plan",)) if before and asking else None


def told_in_heading(sentence: Sentence, candidate: Candidate, status: str) -> tuple[str, str] | None:
    """Status and tense of a meeting that a heading tells in the present tense: "Putin and Trump meet in Alaska", "Peace talks begin in Doha".

    None where it is no heading (it ends with a mark), or speaks of what lies ahead.
    """
    if status != "planned" or not candidate.label.islower() or sentence.text.rstrip()[-1:] in _SENTENCE_ENDS:
        return None
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), tokens[candidate.words[-1]].head)
    if verb < 0 or tokens[verb].upos != "VERB" or tokens[verb].head >= 0:
        return None
    lemma = tokens[verb].lemma.lower()
    present = lemma in _GATHERING and tokens[verb].text.lower() in (lemma, f"{lemma}s")
    ahead = any(t.text.lower() in _AHEAD or t.mention == "time" or t.relation == "aux" for t in tokens)
    if not present or ahead or not sentence.dependents(verb, "nsubj"):
        return None
    return ("under_way", "ongoing") if lemma in _BEGINNING else ("held", "past")


def only_wished(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody only should be kept out, or should not: "no party should be excluded", not "should have been invited"."""
    tokens = sentence.tokens
    if candidate.label not in group("exclusions"):
        return False
    auxiliaries = [tokens[c] for i in candidate.words for c in sentence.dependents(i, "aux")]
    lemmas = {t.lemma.lower() for t in auxiliaries}
    return bool(lemmas & {"should", "must", "ought"}) and "have" not in lemmas


def of_any_such(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event's own verb describes what may be or come, and is told of nothing that is: "any deal that left them out would be
    worthless", not "any group that signed the accord will be protected"."""
    tokens = sentence.tokens
    for i in candidate.words:
        noun = tokens[i].head
        if tokens[i].upos == "VERB" and tokens[i].relation == "acl:relcl" and noun >= 0:
            verbs = [a for a in sentence.ancestors(noun) if tokens[a].upos in ("VERB", "ADJ", "NOUN")]
            supposed = {tokens[c].text.lower() for a in verbs for c in sentence.dependents(a, "aux")} & _SUPPOSED
            past = tokens[i].text.lower() not in (tokens[i].lemma.lower(), tokens[i].lemma.lower() + "s")
            named = any(tokens[c].lemma.lower() == "any" for c in sentence.dependents(noun, "det"))
            return named and (not past or bool(supposed))
    return False
