"""How lines of talks relate by the names that a sentence gives them (codebook 1.13)."""

from __future__ import annotations

import pytest
from link_builders import article, mention, said_by, who

from dragoman.linking import link

UN, OTHERS = who("mediator", "igo:un"), (who("mediator", "RUS"), who("mediator", "TUR"))
PARTIES = (who("party", "SYR"), who("party", "group:rebels"))


def relations(sentence, track="Astana talks"):
    """What a sentence asserts whose one event was taken to be of a line; both lines are known from before."""
    document = article("d", "one text", "2017-01-31")
    told = [
        mention("x", document, "proximity_talks", "held", UN, *PARTIES, track="Geneva talks", day="2017-01-10"),
        mention("y", document, "proximity_talks", "held", *OTHERS, *PARTIES, track="Astana talks", day="2017-01-20", at=100),
        mention("z", document, "mediated_talks", "held", track=track, sentence=sentence, at=300, trigger=8, attribution=said_by("RUS")),
    ]  # fmt: skip
    result = link([document], told, conflict_of=lambda m: "Syria")
    names = {t.id: t.name for t in result.tracks}
    found = [r for r in result.track_relations if r.asserted_by != "computed"]
    return {(names[r.track_id], r.relation, names[r.other_track_id], r.asserted_by) for r in found}


@pytest.mark.parametrize("track", ["Astana talks", "Geneva talks"])
def test_the_line_named_first_feeds_into_the_one_named_after_whatever_the_event_is_taken_to_be_of(track):
    assert relations("Astana was meant to feed into the Geneva process, not to replace it.", track) == {
        ("Astana talks", "feeder_to", "Geneva talks", "RUS")
    }


@pytest.mark.parametrize("verb", ["competes with", "competed with", "rivalled", "eclipsed"])
def test_rivals_are_those_whom_somebody_calls_so(verb):
    assert relations(f"The Astana talks {verb} the Geneva talks.") == {
        ("Astana talks", "competing_with", "Geneva talks", "RUS")
    }


@pytest.mark.parametrize(
    "sentence",
    ["The Astana talks did not compete with the Geneva talks.", "He does not see Astana as competing with the Geneva talks."],
)  # fmt: skip
def test_who_denies_a_rivalry_asserts_none(sentence):
    assert relations(sentence) == set()
