"""From which talks somebody is kept out: those that the sentence names or speaks of, never the nearest of the article (rule R9)."""

import pytest
from link_builders import article, by_rule, kept_out, mention, who

from dragoman.linking import link
from dragoman.records import Span

REPORT = " ".join(f"word{i}" for i in range(80))
DOCUMENT = article("d", REPORT)


def talks(id, city, at=0, *people, **more):
    return mention(id, DOCUMENT, "mediated_talks", "held", who("mediator", "RUS"), who("party", "SYR"), who("party", "group:rebels"),
                   *people, track=f"{city} talks", at=at, sentence=f"The {city} talks opened.", **more)  # fmt: skip


def out(sentence, words, *people, at=1000, type="exclusion_declared", rule="exclusion_declared/exclude", **more):
    """A sentence that keeps somebody out, by a rule whose trigger are its `words`."""
    told = mention("out", DOCUMENT, type, "held", *(people or (kept_out("IRN"),)), at=at, sentence=sentence, **more)
    start = at + sentence.index(words)
    evidence = told.evidence.__class__(
        start=at, end=at + len(sentence), text=sentence, trigger=Span(start, start + len(words), words)
    )
    told = by_rule(told, rule)
    return told.__class__(**{name: getattr(told, name) for name in told.__struct_fields__} | {"evidence": evidence})


def lines(*told):
    """The names of the lines that the rows name, "" for none."""
    record = link([DOCUMENT], list(told), conflict_of=lambda m: "Syria")
    names = {track.id: track.name for track in record.tracks}
    return sorted(names.get(row.track_id, "") for row in record.exclusions)


FIRST = mention("0", DOCUMENT, None, "held", who("initiator", "TUR"), sentence="Ankara complained.")
BOTH = [FIRST, talks("a", "Astana", 100), talks("g", "Geneva", 200), talks("s", "Sochi", 400)]


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Iran was left out of both the Astana and the Sochi talks.", "left out", ["Astana talks", "Sochi talks"]),
        ("Iran has not been invited to Geneva, Astana or Sochi, and says so.", "not been invited", ["Astana talks", "Geneva talks", "Sochi talks"]),
        ("Iran was shut out of Geneva, while Astana went ahead.", "shut out", ["Geneva talks"]),
        ("Iran was not told of the Sochi meeting beforehand.", "not told", ["Sochi talks"]),
        ("Turkey has vetoed Iran's presence in Geneva.", "vetoed", ["Geneva talks"]),
    ],
)  # fmt: skip
def test_the_sentence_names_the_talks_and_each_of_several_has_a_row(sentence, words, expected):
    assert lines(*BOTH, out(sentence, words)) == expected


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Iran was kept out of a meeting at the defence ministry.", "kept out"),
        ("Iran has been left out of all these talks.", "left out"),
        ("Iran has no seat anywhere.", "no seat"),
        ("Iran was not consulted on the site of the camps.", "not consulted"),
        ("Iran stayed away from the signing ceremony in the palace.", "stayed away"),
    ],
)
def test_of_other_gatherings_and_of_several_without_their_names_no_line_is_told(sentence, words):
    assert lines(*BOTH, out(sentence, words)) == [""]


def test_the_talks_are_those_told_right_before_and_not_some_told_long_before():
    assert lines(*BOTH, out("Iran was not invited to the talks.", "not invited", at=450)) == ["Sochi talks"]
    later = [
        mention(
            f"x{i}", DOCUMENT, None, "held", who("initiator", "TUR"), at=450 + 50 * i, sentence="Ankara complained."
        )
        for i in range(4)
    ]
    assert lines(*BOTH, *later, out("Iran was not invited to the talks.", "not invited")) == [""]
    only = talks("a", "Astana")
    assert lines(only, *later, out("Iran was not invited to the talks.", "not invited")) == ["Astana talks"]


def test_a_meeting_told_in_between_on_no_line_is_not_the_talks_of_another():
    summit = mention(
        "n", DOCUMENT, "international_conference", "held", who("host", "TUR"), venue=("Ankara", "TUR"), at=700
    )
    assert lines(*BOTH, summit, out("Iran was not invited.", "not invited", at=800)) == [""]


def test_a_report_on_one_line_keeps_it_beside_consultations_elsewhere_but_not_in_their_sentence():
    lead = talks("a", "Astana")
    aside = mention(
        "n", DOCUMENT, "third_party_consultation", "held", who("participant", "TUR"), venue=("Ankara", "TUR"), at=700
    )
    assert lines(lead, aside, out("Iran was not invited.", "not invited", at=800)) == ["Astana talks"]
    assert lines(lead, aside, out("Iran chose not to come.", "chose not to come", at=700)) == [""]


def test_who_sits_in_talks_by_the_same_report_is_not_left_out_of_them_but_may_stay_away():
    again = talks("b", "Astana", 500)
    rebels = out(
        "Half of the rebels say that they were left out of the Astana talks.", "left out", kept_out("group:rebels")
    )
    assert lines(talks("a", "Astana"), again, rebels) == []
    away = out("The rebels stayed away from the Astana talks.", "stayed away",
               who("boycotting", "group:rebels"), type="boycott", rule="boycott/stay-away")  # fmt: skip
    assert lines(talks("a", "Astana"), again, away) == ["Astana talks"]


def test_a_broker_may_say_that_it_was_not_told():
    told = out(
        "The Russian envoy said that Moscow was not informed of the guest list.",
        "not informed",
        kept_out("RUS", "not_informed"),
    )
    assert lines(talks("a", "Astana"), told) == ["Astana talks"]


def test_a_headline_speaks_of_the_talks_told_behind():
    head = out("Turkey snubs Iran in new talks.", "snubs", at=0)
    told = mention("p", DOCUMENT, None, "held", who("initiator", "TUR"), at=100, sentence="Ankara said so on Friday.")
    assert lines(head, told, talks("a", "Astana", 200)) == ["Astana talks"]
