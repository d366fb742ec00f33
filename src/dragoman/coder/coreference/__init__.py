"""Which phrases of a document mean the same: names, descriptions and pronouns in chains, groups, and events referred to again.

    resolved = resolve_document(sentences, text)
    resolved.antecedent(sentence, head)   # the phrase that names what "he" or "the group" means, as a Reference
    resolved.members(sentence, head)      # whom "the two leaders" or "both sides" mean
    antecedent_event(sentence, head, earlier, sentences)   # which earlier event "the talks" means

Mentions are read off the parse (`mentions`), chosen among by a small network (`features`, `ranker`), with what needs no learning
fixed before: who "I" in a quotation is (`speakers`), whom a plural joins (`groups`). After Raghunathan et al. (2010), A multi-pass sieve
for coreference resolution, EMNLP, and Durrett and Klein (2013), Easy victories and uphill battles in coreference resolution, EMNLP.
"""

from dragoman.coder.coreference.events import EarlierEvent, antecedent_event, event_nouns
from dragoman.coder.coreference.resolve import Resolved, resolve_document, resolve_references
from dragoman.coder.names.groups import Plurals
from dragoman.coder.names.references import Reference

__all__ = [
    "EarlierEvent",
    "Plurals",
    "Reference",
    "Resolved",
    "antecedent_event",
    "event_nouns",
    "resolve_document",
    "resolve_references",
]
