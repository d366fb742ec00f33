"""Who does not speak to the press refuses nobody at the table: "declined to talk to reporters", "refused to answer questions"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology.lexicon import Lexicon

_REFUSALS = frozenset({"talks_refused", "REJECT", "invitation_declined", "boycott"})
_REPORTS = frozenset({"report", "rumour", "rumor", "comment", "figure", "detail", "name", "identity", "account"})


def refuses_the_press(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether what is refused is to speak to reporters or to answer for a report: "refused to confirm the report", not "refused to discuss
    the report of the mediators", "refused to talk to the rebels on television"."""
    tokens = sentence.tokens
    if candidate.label not in _REFUSALS:
        return False
    refuses = lexicon.classes["refuse"]
    for verb in (i for i in candidate.words if tokens[i].lemma.lower() in refuses and tokens[i].upos == "VERB"):
        for done in sentence.dependents(verb, "xcomp"):
            if tokens[done].lemma.lower() not in lexicon.classes["answering"]:
                continue
            if _says_no_more(sentence, done, lexicon):
                return True
            talks = tokens[done].lemma.lower() in lexicon.classes["only_talking"]
            for c in sentence.dependents(done, "obj", "obl", "iobj"):
                word, by = tokens[c].lemma.lower(), preposition(sentence, c)
                if word in lexicon.classes["press"] and by in (None, "to", "with", "from"):
                    return True
                if word in _REPORTS and not talks:
                    return True
    return False


def _says_no_more(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether all that is refused is to tell more: "refused to say whether it had lost men", "declined to give details", "to name a date"."""
    tokens = sentence.tokens
    if tokens[verb].lemma.lower() in lexicon.classes["telling_more"]:
        return True
    objects = sentence.dependents(verb, "obj")
    if tokens[verb].lemma.lower() in ("name", "identify") and any(tokens[c].upos == "PRON" for c in objects):
        return True
    return bool(objects) and all(tokens[c].lemma.lower() in lexicon.classes["told_more"] for c in objects)
