"""The Syrian record of October 2015 to March 2017: from reports through linking to the known measures.

The table holds public facts, coded by hand; each row is reported once, as an article of its own. Expected
figures are reckoned by hand. A fuller table of the same facts can be named in DRAGOMAN_GROUNDTRUTH to check
this one against.
"""

import csv
import os
from pathlib import Path

import pytest

from dragoman.linking import Record, link
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures import measure
from dragoman.measures.displacement import displacement
from dragoman.measures.effective_number import effective_mediators, effective_tracks
from dragoman.measures.measure import Measure, Window
from dragoman.measures.shares import mediation_share
from dragoman.measures.venue_control import venue_control
from dragoman.records import (
    CoderVersion,
    Document,
    DocumentRef,
    EventMention,
    Evidence,
    Participant,
    Plover,
    Span,
    Venue,
    When,
)

TABLE = Path(__file__).parent / "data" / "syria_2015_2017.csv"
FULLER = Path(os.environ.get("DRAGOMAN_GROUNDTRUTH", "groundtruth-not-given"))
BEFORE, AFTER = Window("2015-10-01", "2016-10-31"), Window("2016-11-01", "2017-03-31")
CODER = CoderVersion(name="table", version="1", model="none", lexicon="none", rule="by hand")
CONVENING = vocabulary().mediator | vocabulary().convener


def reported(row: dict[str, str]) -> tuple[Document, EventMention]:
    text = f"Report {row['id']}: " + " ".join(f"{row['id']}word{i}" for i in range(30))
    document = Document.of(text, id=row["id"], outlet=f"Outlet of {row['id']}", published=row["end"])
    roles = [(row["role"], row["third_parties"]), ("party", row["parties"]), ("observer", row["present"])]
    people = [
        Participant(role=role, actor=actor, name=actor)
        for role, actors in roles
        for actor in actors.split("|")
        if actor
    ]
    mention = EventMention(
        id="em_" + row["id"],
        document=DocumentRef(id=document.id, outlet=document.outlet, published=document.published),
        type=row["type"],
        plover=Plover(),
        cameo=None,
        status=row["status"],
        polarity="affirmed",
        certainty="certain",
        tense="past",
        participants=people,
        venue=Venue(name=row["place"], country=row["country"]) if row["place"] else None,
        date=When(start=row["start"], end=row["end"], precision="day"),
        issues=[],
        track=row["track"],
        attribution=[],
        speech_mode="outlet_assertion",
        evidence=Evidence(start=0, end=20, text=text, trigger=Span(0, 6, "Report")),
        confidence=1.0,
        coder=CODER,
    )
    return document, mention


@pytest.fixture(scope="module")
def record() -> Record:
    with TABLE.open(encoding="utf-8", newline="") as file:
        pairs = [reported(row) for row in csv.DictReader(file)]
    return link([d for d, _ in pairs], [m for _, m in pairs], conflict_of=lambda m: "Syria")


def shares(result: Measure) -> dict[str, float]:
    return {v.key: round(v.value, 2) for v in result.values}


def test_only_the_proposal_joins_another_row(record: Record) -> None:
    joined = [e.mention_ids for e in record.events if len(e.mention_ids) > 1]
    assert joined == [["em_S18", "em_S23"]]


@pytest.mark.parametrize(
    ("window", "expected", "n"),
    [
        (BEFORE, {"USA": 0.33, "RUS": 0.33, "igo:un": 0.26, "SAU": 0.08}, 13),
        (AFTER, {"TUR": 0.37, "RUS": 0.27, "igo:un": 0.20, "IRN": 0.17}, 10),
    ],
)
def test_shares_of_conveners_and_mediators(record: Record, window: Window, expected: dict[str, float], n: int) -> None:
    result = mediation_share(record.events, record.participations, window=window, roles=CONVENING)
    assert shares(result) == expected
    assert result.n_events == n


@pytest.mark.parametrize(
    ("window", "expected", "n"),
    [
        (BEFORE, {"igo:un": 0.60, "USA": 0.20, "RUS": 0.20}, 5),
        (AFTER, {"TUR": 0.38, "RUS": 0.25, "igo:un": 0.25, "IRN": 0.12}, 8),
    ],
)
def test_shares_of_mediated_talks_and_texts(record: Record, window: Window, expected: dict[str, float], n: int) -> None:
    result = mediation_share(record.events, record.participations, window=window, types=vocabulary().mediated)
    assert shares(result) == pytest.approx(expected, abs=0.006)
    assert result.n_events == n


def test_the_number_of_mediators_hardly_moves_while_one_is_displaced(record: Record) -> None:
    numbers = [
        effective_mediators(record.events, record.participations, window=w, roles=CONVENING).values[0].value
        for w in (BEFORE, AFTER)
    ]
    assert numbers == pytest.approx([3.40, 3.66], abs=0.01)
    change = displacement(record.events, record.participations, before=BEFORE, after=AFTER, roles=CONVENING)
    found = {v.key: v for v in change.values}
    assert {k: round(v.value, 2) for k, v in found.items()} == {
        "USA": -0.33, "SAU": -0.08, "RUS": -0.07, "igo:un": -0.06, "IRN": 0.17, "TUR": 0.37,
    }  # fmt: skip
    assert change.values[0].key == "USA"
    assert found["USA"].detail["p"] < 0.01
    assert found["RUS"].detail["p"] > 0.3
    assert found["USA"].high is not None and found["USA"].high < 0
    assert any("fewer than 20" in w for w in change.warnings)


def test_the_quarter_of_the_crossover_has_the_most_tracks(record: Record) -> None:
    quarters = [
        ("2015-10-01", "2015-12-31"), ("2016-01-01", "2016-03-31"), ("2016-04-01", "2016-06-30"),
        ("2016-07-01", "2016-09-30"), ("2016-10-01", "2016-12-31"), ("2017-01-01", "2017-03-31"),
    ]  # fmt: skip
    numbers = [effective_tracks(record.events, window=Window(*q)).values[0].value for q in quarters]
    assert [round(n, 1) for n in numbers] == [1.5, 2.7, 2.0, 2.0, 3.3, 1.8]


def test_convening_passes_from_the_united_states_to_turkey_and_russia(record: Record) -> None:
    counts = []
    for window in (BEFORE, AFTER):
        result = venue_control(record.events, record.participations, window=window)
        counts.append({v.key: v.n for v in result.values})
    assert (counts[0]["USA"], counts[1].get("USA", 0)) == (9, 0)
    assert counts[1]["TUR"] == 8


def test_proposed_talks_and_contested_invitations_are_in_no_measure(record: Record) -> None:
    early = measure("mediation_share", record.events, record.participations, since="2016-12-14", until="2016-12-19")
    assert early.n_events == 0
    invitation = [e for e in record.events if e.type == "invitation_issued"]
    assert [e.status for e in invitation] == ["contested"]


def test_state_of_the_tracks_in_march_2017(record: Record) -> None:
    states = {t.name: t.state for t in record.tracks}
    assert states["Geneva talks"] == states["Astana talks"] == "active"
    assert states["US-Russia channel"] == "ended"
    # it met once, five months before
    assert {t.name for t in record.tracks if t.state == "dormant"} == {
        "Riyadh platform",
        "Vienna talks",
        "Lausanne format",
    }


@pytest.mark.skipif(not FULLER.is_file(), reason="DRAGOMAN_GROUNDTRUTH names no table")
def test_the_projects_table_agrees_with_the_fuller_one() -> None:
    names = {
        "US": "USA",
        "Russia": "RUS",
        "UN": "igo:un",
        "Turkey": "TUR",
        "Iran": "IRN",
        "Saudi Arabia": "SAU",
    }
    with TABLE.open(encoding="utf-8", newline="") as file:
        ours = list(csv.DictReader(file))
    with FULLER.open(encoding="utf-8", newline="") as file:
        theirs = list(csv.DictReader(file))
    assert [(r["start"], r["end"], r["status"], r["type"]) for r in ours] == [
        (r["start"], r["end"], r["status"], r["event_type"]) for r in theirs
    ]
    for own, other in zip(ours, theirs, strict=True):
        if own["type"] in vocabulary().counted:
            told = [part.split("(")[0].strip() for part in other["conveners_mediators"].split(";")]
            assert own["third_parties"].split("|") == [names[name] for name in told], own["id"]
