"""What a chronology or an agenda tells in the present under a day: "May 6: The two sides hold talks in Jeddah", "2019: Talks begin in Doha"."""

from __future__ import annotations

from datetime import date

from dragoman.coder.draft.candidate import Candidate
from dragoman.language.parse import Sentence
from dragoman.text.chronology import BULLET, PARTING, days_of_entries
from dragoman.text.dates import find_dates

_AUXILIARIES = ("aux", "aux:pass", "cop")


def under_day(text: str, sentence: Sentence, candidate: Candidate, published: date | None) -> str | None:
    """Whether a day or year is past or ahead with which a sentence begins, parted from what its verb tells of it in the present.

    None for any other: "May 6: The sides will meet" may lie ahead of that day still.
    """
    if published is None:
        return None
    tokens = sentence.tokens
    first = BULLET.match(text, sentence.start, sentence.end)
    start = first.end() if first else sentence.start
    found = find_dates(text, start, sentence.end, published=published)
    if not found or found[0].start != start or found[0].date_start is None or found[0].date_end is None:
        return None
    entry = days_of_entries(text, published).get(start)
    past, ahead = (entry or found[0].date_end) < published, (entry or found[0].date_start) > published
    parting = PARTING.match(text, found[0].end, sentence.end)
    if parting is None or any(d.date_end is None or d.date_end >= published for d in found[1:] if past):
        return None
    own = (w for w in candidate.words if tokens[w].upos == "VERB")
    above = (a for a in sentence.ancestors(candidate.words[-1]) if tokens[a].upos != "NOUN")  # "hosts a round of talks"
    i = next(own, next(above, -1))
    if i < 0 or tokens[i].upos != "VERB" or tokens[i].start < parting.end() or not sentence.dependents(i, "nsubj"):
        return None
    lemma, form = tokens[i].lemma.lower(), tokens[i].text.lower()
    present = form in (lemma, f"{lemma}s", f"{lemma}es")
    if not present or any(tokens[c].relation in _AUXILIARIES for c in sentence.children[i]):
        return None
    return "past" if past else "ahead" if ahead else None


def by_day_above(
    text: str, sentence: Sentence, candidate: Candidate, published: date | None, status: str
) -> dict[str, str]:
    """Status and tense of an event by the day under which it is told, nothing where they stay: what "meet" tells is held then or planned."""
    if status not in ("planned", "under_way", "held"):
        return {}
    day = under_day(text, sentence, candidate, published)
    if day == "past" and status != "held":
        return {"status": "held", "tense": "past"}
    return {"status": "planned", "tense": "planned"} if day == "ahead" and status != "planned" else {}
