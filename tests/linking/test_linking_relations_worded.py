"""How lines of talks relate in so many words: who is a rival, a complement, a successor of whom, and who says so (codebook 1.13)."""

from __future__ import annotations

import pytest
from link_builders import article, mention, said_by, who

from dragoman.linking import link
from dragoman.linking.naming import NamedLines
from dragoman.linking.worded import related

SIDES = (who("party", "SSD"), who("party", "group:ssd-splm-io"))
LINES = {
    "Arusha": ("TZA", (who("mediator", "TZA"),)),
    "Khartoum": ("SDN", (who("mediator", "SDN"),)),
    "Rome": ("ITA", (who("mediator", "org:sant-egidio"),)),
    "IGAD-led": (None, (who("mediator", "igo:igad"),)),
}
BACKGROUND = article("known", "What was known before.", "2018-06-30")


def known():
    """One meeting of each line, told before."""
    return [
        mention(
            f"k{i}",
            BACKGROUND,
            "mediated_talks",
            "held",
            *brokers,
            *SIDES,
            day=f"2018-0{i + 2}-10",
            track=f"{name} talks",
            at=300 * i,
        )
        for i, (name, (_, brokers)) in enumerate(LINES.items())
    ]


def relations(text, *told, outlet="The Nile Courier", conflict="South Sudan"):
    """What a report asserts of lines, by their first words."""
    document = article("d", text, "2018-07-31", outlet=outlet)
    mentions = [*known(), mention("x", document, "mediated_talks", "held", *SIDES, at=5000, day="2018-07-30"), *told]
    result = link([BACKGROUND, document], mentions, duplicates=lambda texts: [], conflict_of=lambda m: conflict)
    name = {t.id: t.name.split()[0].removesuffix("-led") for t in result.tracks}
    return {
        (name[r.track_id], r.relation, name.get(r.other_track_id), r.asserted_by)
        for r in result.track_relations
        if r.asserted_by != "computed"
    }


def asserted(text):
    return {row[:3] for row in relations(text)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Arusha and Khartoum are rivals.", ("Arusha", "competing_with", "Khartoum")),
        ("The Arusha and Khartoum tracks compete.", ("Arusha", "competing_with", "Khartoum")),
        ("The Arusha process is a rival to Khartoum.", ("Arusha", "competing_with", "Khartoum")),
        ("IGAD's quartet was a rival to the talks in Arusha.", ("IGAD", "competing_with", "Arusha")),
        ("Tanzania's initiative is a rival to IGAD.", ("Arusha", "competing_with", "IGAD")),
        ("The Arusha talks were eclipsed by the Khartoum talks.", ("Khartoum", "competing_with", "Arusha")),
        ("The IGAD-led process and the Arusha talks are complementary.", ("IGAD", "complementary_to", "Arusha")),
        ("The Tanzanian track was designed to support the Khartoum process.", ("Arusha", "complementary_to", "Khartoum")),
        ("The Arusha declaration explicitly endorsed the negotiations in Khartoum.", ("Arusha", "complementary_to", "Khartoum")),
        ("The Rome initiative was an attempt to replace the Khartoum process.", ("Rome", "attempted_replacement_of", "Khartoum")),
        ("The Khartoum talks build on the Arusha process.", ("Khartoum", "successor_of", "Arusha")),
        ("They wrote a declaration in Khartoum on how to implement the deal that was concluded in Arusha.", ("Khartoum", "successor_of", "Arusha")),
        ("The Arusha talks led to the Khartoum process.", ("Arusha", "feeder_to", "Khartoum")),
        ("That Tanzanian track was not a rival to IGAD's, as some suspected, but the corridor that led to it.", ("Arusha", "feeder_to", "IGAD")),
    ],
)  # fmt: skip
def test_a_sentence_relates_two_lines_even_if_it_tells_of_no_event(text, row):
    assert asserted(text) == {row}


@pytest.mark.parametrize(
    "text",
    [
        "The Arusha and Khartoum tracks are not, as diplomats like to say, complementary.",
        "An official denied that the Arusha process was trying to compete with the Khartoum talks.",
        "The Arusha plan is no one's idea; rivals met in Khartoum.",
        "Diplomats in Arusha say that rivals fell out with one another in Khartoum.",
        "Sudan supported a force that Tanzania opposed.",
        "Khartoum supported Arusha.",
        "The Arusha talks will one day have to be merged with the Khartoum talks.",
    ],
)
def test_what_is_denied_or_tells_of_something_else_relates_no_lines(text):
    assert asserted(text) == set()


def test_they_and_the_two_tracks_are_the_lines_named_before():
    assert asserted("The Arusha and Khartoum talks met again. They compete.") == {
        ("Arusha", "competing_with", "Khartoum")
    }
    far = "There is a process in Arusha.\nThere is another one, the Khartoum talks.\nMuch was written.\nThe two tracks are said to be rivals."
    assert asserted(far) == {("Arusha", "competing_with", "Khartoum")}
    assert asserted("The Arusha talks met again. They compete.") == set()


def test_two_clauses_with_a_subject_each_say_two_things():
    text = "IGAD's quartet was a rival to the Arusha talks, and Sudan's forum was a rival to IGAD."
    assert asserted(text) == {("IGAD", "competing_with", "Arusha"), ("Khartoum", "competing_with", "IGAD")}


def test_the_outlet_says_so_unless_somebody_is_told_to_say_or_praise_it():
    text = "The Arusha talks compete with the Khartoum talks."
    assert {row[3] for row in relations(text)} == {"The Nile Courier"}
    document = article("d", text, "2018-07-31")
    said = mention(
        "s",
        document,
        "mediated_talks",
        "held",
        sentence=text,
        attribution=said_by("KEN"),
        track="Arusha talks",
        trigger=11,
    )
    assert ("Arusha", "competing_with", "Khartoum", "KEN") in relations(text, said)
    praise = "The Union praised Tanzania's efforts as complementary to the Khartoum process."
    welcome = mention(
        "w",
        document,
        "endorsement",
        "held",
        who("initiator", "igo:au"),
        sentence=praise,
        track="Khartoum talks",
        trigger=60,
    )
    assert relations(praise, welcome) == {("Arusha", "complementary_to", "Khartoum", "igo:au")}


def test_a_reprint_says_nothing_of_its_own():
    text = "The Arusha talks compete with the Khartoum talks."
    copies = [article(f"c{i}", text, f"2018-07-2{i}", outlet=f"Outlet {i}") for i in (1, 2)]
    told = [
        *known(),
        *(
            mention(f"c{i}", c, "mediated_talks", "held", *SIDES, at=900, day="2018-07-20")
            for i, c in enumerate(copies)
        ),
    ]
    result = link(
        [BACKGROUND, *copies], told, duplicates=lambda texts: [{"c1", "c2"}], conflict_of=lambda m: "South Sudan"
    )
    assert [r.asserted_by for r in result.track_relations if r.asserted_by != "computed"] == ["Outlet 1"]


def test_lines_run_beside_one_another_in_the_days_of_their_meetings_and_not_of_memories():
    def told(day, published, name, broker, i):
        report = article(f"r{i}", f"report {i}", published)
        people = (who("mediator", broker), *SIDES)
        return report, mention(f"r{i}", report, "mediated_talks", "held", *people, day=day, track=f"{name} talks")

    def computed(*rows):
        some = [told(*row, i) for i, row in enumerate(rows)]
        result = link(
            [d for d, _ in some], [m for _, m in some], duplicates=lambda t: [], conflict_of=lambda m: "South Sudan"
        )
        return [r.relation for r in result.track_relations if r.asserted_by == "computed"]

    old = [("2017-02-01", "2017-02-02", "Arusha", "TZA"), ("2017-03-01", "2017-03-02", "Arusha", "TZA")]
    new = [("2018-02-01", "2018-02-02", "Khartoum", "SDN"), ("2018-06-01", "2018-06-02", "Khartoum", "SDN")]
    remembered = ("2017-03-01", "2018-05-02", "Arusha", "TZA")
    assert computed(*old, *new, remembered) == []
    assert computed(*old, *new, ("2018-03-01", "2018-03-02", "Arusha", "TZA")) == ["parallel_to"]


def test_who_runs_no_line_names_none():
    result = link([BACKGROUND], known(), duplicates=lambda t: [], conflict_of=lambda m: "South Sudan")
    lines = NamedLines(result.tracks)
    assert (
        related(
            "Kenya's plan was a rival to the Arusha talks.",
            lines.spots("Kenya's plan was a rival to the Arusha talks.", "South Sudan"),
        )
        == []
    )
