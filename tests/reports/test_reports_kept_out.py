"""Who is kept out is told alike by what changed, the table, the cards and the matrix; who sits there all the same is not out."""

from __future__ import annotations

from invented import Article, Said

from dragoman.reports.view import brief

TALKS = [("party", "Merania"), ("party", "the Northern Front"), ("mediator", "Kedar")]
OPENED = (
    "Merania and the Northern Front opened talks in Alma with Kedar as mediator.",
    [
        Said(
            "talks",
            "mediated_talks",
            "held",
            TALKS,
            venue="Alma",
            date=("2031-03-10", "2031-03-10"),
            track="Alma talks",
        )
    ],
)


def told(*sentences):
    return [Article("mer-90", "Kedar Daily", "2031-03-12", "Talks in Alma", [OPENED, *sentences])]


OUT = (
    "Brava was not invited to the talks.",
    [Said("not invited", "exclusion_declared", "held", [], track="Alma talks", out=("Brava", "not_invited"))],
)
OBSERVED = (
    "Ostland and the United Nations came to Alma as observers.",
    [
        Said("came", "mediated_talks", "held", [("observer", "Ostland"), ("observer", "the United Nations")], venue="Alma",
             date=("2031-03-10", "2031-03-10"), track="Alma talks")
    ],
)  # fmt: skip
MINDED = (
    "Merania objected to the presence of Ostland in Alma.",
    [
        Said(
            "objected",
            "participant_vetoed",
            "held",
            [("initiator", "Merania")],
            track="Alma talks",
            out=("Ostland", "vetoed"),
        )
    ],
)


def test_what_changed_tells_who_is_kept_out_by_the_same_rows_as_the_table(material):
    view = brief(material(told(OUT)))
    (change,) = [c for c in view.changes if "invited" in c.text]
    assert change.text == "Brava was not invited to the Alma talks, says Kedar Daily"
    assert [(row.who, row.how, row.source) for row in view.exclusions] == [("Brava", "Not invited", "Alma talks")]


AGAIN = (
    "In a hotel by the river of Alma the delegates of Merania and those of the Northern Front sat down once more, with Kedar between them.",
    [Said("sat down", "mediated_talks", "held", [("party", "Merania"), ("party", "the Northern Front")], venue="Alma",
          date=("2031-03-14", "2031-03-14"), track="Alma talks")],
)  # fmt: skip


def test_an_exclusion_that_no_row_attests_is_told_nowhere(material):
    absent = (
        "Brava was absent from the talks.",
        [Said("absent", "exclusion_declared", "held", [], track="Alma talks", out=("Brava", "absent_unexplained"))],
    )
    view = brief(material(told(absent)))
    assert not [c for c in view.changes if "Brava" in c.text]
    assert view.exclusions == [] and all(not track.excluded for track in view.tracks)
    assert not any("kept out" in line for line in view.glance)


def test_whose_seat_another_minds_is_not_out_where_the_same_report_seats_it(material):
    view = brief(material(told(OBSERVED, MINDED)))
    (row,) = view.exclusions
    assert (row.who, row.by) == ("Ostland", "Merania")
    assert row.how == "Another objects to its seat, it takes part all the same"
    ostland = next(row for row in view.matrix.rows if row.name == "Ostland")
    assert [cell.out for cell in ostland.cells] == [""]
    assert not any("kept out" in line for line in view.glance)
    (row,) = brief(material(told(MINDED))).exclusions
    assert row.how == "Another objects to its seat"


def test_most_often_is_who_is_named_by_most_articles(material):
    second = Article("mer-91", "Coastal Wire", "2031-03-14", "Out again", [AGAIN, OUT])
    league = (
        "The River League was not invited to the talks.",
        [
            Said(
                "not invited",
                "exclusion_declared",
                "held",
                [],
                track="Alma talks",
                out=("The River League", "not_invited"),
            )
        ],
    )
    view = brief(material([*told(OUT, league), second]))
    assert "Said to be kept out: Brava and River League" in view.glance
    view = brief(material([*told(OUT, league), Article("mer-92", "Coastal Wire", "2031-03-14", "Out again", [league])]))
    assert "Said to be kept out: River League and Brava" in view.glance
