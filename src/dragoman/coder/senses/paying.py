"""Who will pay dearly is threatened, and gives no money: "Moscow said Kiev would pay dearly", "will pay for shooting down its jet"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.taking_part.said_against import told_verb, will_suffer
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_DEARLY = frozenset({"dearly", "heavily", "bitterly"})
_PRICE = frozenset({"price", "penalty"})
_IT = frozenset({"it", "this", "that", "everything"})


def pays_dearly(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what is read as help is that somebody will pay for what he has done, as another says: "Israel said that Iran would pay for it";
    not "Qatar said that it would pay for it", "would pay full price for gas"."""
    tokens = sentence.tokens
    if candidate.label != "AID" or candidate.ruling is not None:
        return False
    pays = next((i for i in candidate.words if tokens[i].lemma.lower() == "pay" and tokens[i].upos == "VERB"), -1)
    verb = told_verb(sentence, candidate) if pays >= 0 else -1
    if verb < 0 or not will_suffer(sentence, verb):
        return False
    if verb != pays:  # "would be made to pay"
        return not sentence.dependents(pays, "obj")
    if any(tokens[c].text.lower() in _DEARLY for c in sentence.dependents(pays, "advmod")):
        return True
    if not _said_of_another(sentence, verb):
        return False
    goods = lexicon.load().classes["goods"]
    bought = any(tokens[i].lemma.lower() in goods for i in sentence.subtree(pays) if i > pays)
    if any(tokens[c].lemma.lower() in _PRICE for c in sentence.dependents(pays, "obj")):
        return not bought
    return any(
        preposition(sentence, c) == "for" and (tokens[c].upos == "VERB" or tokens[c].text.lower() in _IT)
        for c in sentence.dependents(pays, "obl", "advcl")
    )


def _said_of_another(sentence: Sentence, verb: int) -> bool:
    """Whether who pays is not who says so: "Moscow said Kiev would pay"; not "Kuwait said it would pay", "Norway will pay"."""
    tokens = sentence.tokens
    speech = tokens[verb].head if matches(tokens[verb].relation, ("ccomp",)) else -1
    speech = next(iter(sentence.dependents(verb, "parataxis")), speech)
    payers = sentence.dependents(verb, "nsubj", "nsubj:pass")
    return speech >= 0 and all(tokens[c].upos != "PRON" for c in payers)
