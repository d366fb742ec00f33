"""Who is said by another to have no seat, which is no refusal of his own: "the envoy said that Europe would not sit at the table"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.not_there import attendance_told
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches

_UNABLE = frozenset({"can", "could", "may", "ca"})


def says_another_is_out(sentence: Sentence, candidate: Candidate, mentions: Mentions) -> bool:
    """Whether somebody says of another that he will have no seat or cannot come, which he does not refuse himself: "the envoy said that Europe
    would not sit at the table", not "Kyiv said it would not sit at the table"."""
    if candidate.label not in ("talks_refused", "boycott", "REJECT"):
        return False
    tokens = sentence.tokens
    verb = attendance_told(sentence, candidate.words)
    if verb is None or is_passive(sentence, verb):
        return False
    sits = tokens[verb].lemma.lower() == "sit"
    unable = any(tokens[c].text.lower() in _UNABLE for c in sentence.dependents(verb, "aux"))
    content = next((k for k in (verb, *sentence.ancestors(verb)) if not matches(tokens[k].relation, ("conj",))), verb)
    above = tokens[content].head
    if not (sits or unable) or above < 0 or not matches(tokens[content].relation, ("ccomp",)):
        return False
    who = verb_slots(sentence, verb)["agent"]
    tellers = [s for s in sentence.dependents(above, "nsubj") if tokens[s].upos != "PRON"]
    named = bool(who) and all(tokens[i].upos in ("NOUN", "PROPN") for i in who)
    own = {mentions.at(sentence, i).actor for i in who} - {None}
    return named and bool(tellers) and not own & {mentions.at(sentence, s).actor for s in tellers}
