"""Reading tables, look-ups, conflicts."""

from pathlib import Path

import pytest

from dragoman.actors import Knowledge, load
from dragoman.actors.people import day
from dragoman.actors.tables import read_tables
from dragoman.errors import DataError


def test_missing_and_empty_tables_are_empty(tmp_path: Path) -> None:
    assert read_tables(tmp_path).countries == ()
    (tmp_path / "countries.csv").write_text("")
    knowledge = load(tmp_path)
    assert knowledge.match("Syria") == []
    assert knowledge.resolve("Syrian rebels", published="2016").actor is None
    assert knowledge.conflict_of(["Syria"]) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,name\n", "line 1"),
        ("alias,ids,note\nGeorgia,GEO\n", "line 2: 2 cells"),
        ("alias,ids,note\n,GEO,x\n", "line 2, column alias"),
    ],
)
def test_broken_table_names_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "ambiguous.csv").write_text(text)
    with pytest.raises(DataError, match=r"ambiguous\.csv") as error:
        read_tables(tmp_path)
    assert told in str(error.value)


def test_bad_degrees_name_the_column(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(
        "id,name,aliases,country,kind,lat,lon,valid_from,valid_to,wikidata_id,source\nplace:x,X,,SYR,city,36N,3,,,,t\n"
    )
    with pytest.raises(DataError, match=r"places.csv, line 2, column lat: '36N'"):
        read_tables(tmp_path)


def test_places_and_outlets_by_name(small: Knowledge) -> None:
    astana = small.place("Nur-Sultan")
    assert astana is not None and (astana.name, astana.country, astana.lat) == ("Astana", "KAZ", 51.17)
    paris = small.place("Paris")
    assert paris is not None and (paris.name, paris.country) == ("Paris", "FRA")
    assert small.place("Georgia") is None
    outlet = small.outlet("reuters news agency")
    assert outlet is not None and outlet.id == "outlet:reuters"
    assert small.outlet("Gazette") is None
    assert small.country_name("SYR") == "Syria"
    assert small.country_name("XXX") is None


def test_conflict_by_cues_parties_and_countries(small: Knowledge) -> None:
    assert small.conflict_of(["Shelling of Aleppo went on while Idlib waited."]) == "Syria"
    assert small.conflict_of([], actors=["group:yem-houthis", "YEM"]) == "Yemen"
    assert small.conflict_of(["The coach praised his team."]) is None
    assert small.conflict_of(["Fighting in Aleppo and Benghazi"]) is None
    assert small.conflict_of(["Aleppo and Idlib"], published="2005-01-01") is None


def test_members_at_a_date(small: Knowledge) -> None:
    assert small.member_names("igo:arab-league", "2005") == ("Syria", "Yemen")
    assert small.member_names("igo:arab-league", "2015-05-01") == ("Yemen",)
    assert small.members("igo:none") == ()


def test_dates_of_any_precision() -> None:
    assert str(day("2016")) == "2016-01-01"
    assert str(day("2016-02", late=True)) == "2016-02-29"
    assert str(day("2016-12", late=True)) == "2016-12-31"
    assert str(day("2016-12-17T10:00:00Z")) == "2016-12-17"
    assert day("soon") is None and day("") is None and day(None) is None
