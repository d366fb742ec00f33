"""A user's own tables: read beside the shipped ones, which win; refused where a row is not allowed."""

from pathlib import Path

import pytest

from dragoman.actors import Knowledge, load, using
from dragoman.actors.adding import add_row
from dragoman.actors.own import ENVIRONMENT, folders_in_use
from dragoman.errors import DataError, InputError

SMALL = Path(__file__).parent / "small"
GROUP = "id,name,aliases,actor_type,sector,country,leaders,valid_from,valid_to,wikidata_id,source\n"
PERSON = "id,name,aliases,gender,nationality,wikidata_id,source\n"
TENURE = "person_id,actor_id,office,office_type,from,to,acting,source\n"
ALIAS = "alias,id,source\n"
HILL = "group:yem-hill-guard,Hill Guard,Guardians of the Hill,armed_group,REB,YEM,,2011,,,t\n"


def knowledge(folder: Path, **files: str) -> Knowledge:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    return load(SMALL, extra=[folder])


def test_own_rows_are_known_beside_the_shipped_ones(tmp_path: Path) -> None:
    known = knowledge(
        tmp_path,
        groups=GROUP + HILL,
        persons=PERSON + "person:ilse-markov,Ilse Markov,Markov,f,SYR,,t\n",
        tenures=TENURE + "person:ilse-markov,igo:un,Special Envoy for Yemen,special_envoy,2014-02,2016-05,,t\n",
    )
    assert known.resolve("Guardians of the Hill").actor == "group:yem-hill-guard"
    found = known.resolve("Ilse Markov", published="2015-01-01")
    assert (found.actor, found.person and found.person.office) == ("igo:un", "special_envoy")
    assert known.resolve("Russia").actor == "RUS"


def test_a_new_tenure_of_a_shipped_person_counts(tmp_path: Path) -> None:
    row = "person:lakhdar-brahimi,igo:arab-league,Chairman,igo_head,2015-01-01,2016-01-01,,t\n"
    known = knowledge(tmp_path, tenures=TENURE + row)
    assert known.resolve("Lakhdar Brahimi", published="2015-05-01").actor == "igo:arab-league"


def test_an_alias_is_a_further_name_of_a_shipped_actor(tmp_path: Path) -> None:
    known = knowledge(tmp_path, aliases=ALIAS + "Turtle Bay,igo:un,t\nThe Mountain Men,group:yem-houthis,t\n")
    assert known.resolve("Turtle Bay").actor == "igo:un"
    assert known.resolve("the Mountain Men").actor == "group:yem-houthis"
    assert known.entries.organisations["igo:un"].name == "United Nations"


def test_a_name_that_the_shipped_tables_have_keeps_its_meaning(tmp_path: Path) -> None:
    known = knowledge(tmp_path, groups=GROUP + "group:usa-x,River League,Syria|Houthis,armed_group,REB,USA,,,,,t\n")
    assert known.resolve("Syria").actor == "SYR"
    assert known.resolve("the Houthis").actor == "group:yem-houthis"
    assert known.resolve("the River League").actor == "group:usa-x"


def test_a_name_listed_as_ambiguous_means_both(tmp_path: Path) -> None:
    known = knowledge(
        tmp_path,
        groups=GROUP + "group:tur-m,M Front,M23,armed_group,REB,TUR,,,,,t\n",
        ambiguous="alias,ids,note\nM23,group:cod-m23|group:tur-m,t\n",
    )
    assert set(known.matcher.lookup("M23")[0]) == {"group:cod-m23", "group:tur-m"}
    assert known.resolve("the M23", context="Fighting in Turkey went on.").actor == "group:tur-m"


def test_a_row_that_the_shipped_tables_have_too_only_adds_its_names(tmp_path: Path) -> None:
    known = knowledge(tmp_path, groups=GROUP + "group:cod-m23,Other Name,,umbrella,OPP,USA,,,,,t\n")
    found = known.resolve("Other Name")
    assert (found.actor, found.name, found.country) == ("group:cod-m23", "M23", "COD")


def test_folders_may_refer_to_one_another_in_order(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    (first / "groups.csv").write_text(GROUP + HILL)
    (second / "aliases.csv").write_text(ALIAS + "Hillmen,group:yem-hill-guard,t\n")
    assert load(SMALL, extra=[first, second]).resolve("the Hillmen").actor == "group:yem-hill-guard"
    with pytest.raises(InputError, match="in no table"):
        load(SMALL, extra=[second, first])


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("groups", GROUP + HILL.replace("REB", "RBE"), "column sector: 'RBE' is not known"),
        ("groups", GROUP + HILL.replace("YEM", "YMN"), "column country: 'YMN' is no country"),
        ("groups", GROUP + HILL.replace("2011", "2011-13"), "column valid_from: '2011-13' is no date"),
        ("groups", GROUP + HILL + HILL, "two rows have this id"),
        ("groups", GROUP + HILL.replace(",,t\n", ",Q01,t\n"), "column wikidata_id: 'Q01' is no Wikidata id"),
        ("groups", GROUP + "".join(f"group:{i},{i} Front,,armed_group,REB,YEM,,,,Q5,t\n" for i in "ab"), "row Q5"),
        ("tenures", TENURE + "person:nobody,igo:un,Envoy,special_envoy,,,,t\n", "'person:nobody' is no person"),
        ("aliases", ALIAS + "Turtle Bay,igo:unn,t\n", "'igo:unn' is in no table"),
        ("grups", GROUP + HILL, "no table has this name"),
    ],
)
def test_a_row_that_is_not_allowed_is_refused_with_file_place_and_remedy(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    with pytest.raises(InputError) as caught:
        knowledge(tmp_path, **{name: text})
    assert told in str(caught.value)
    assert f"{name}.csv" in str(caught.value)
    assert caught.value.remedy


def test_a_new_row_with_the_wikidata_id_of_another_is_refused(tmp_path: Path) -> None:
    cells = {"name": "Hill Guard", "actor_type": "armed_group", "sector": "REB", "country": "YEM", "source": "t"}
    with pytest.raises(InputError, match="Wikidata id is that of group:pse-hamas in the shipped tables"):
        add_row(tmp_path, "group", {**cells, "wikidata_id": "Q38799"})
    assert not list(tmp_path.iterdir())


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"aliases\.csv, line 1"):
        knowledge(tmp_path, aliases="id,alias\n")


def test_a_folder_that_is_missing_or_holds_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        load(SMALL, extra=[tmp_path / "none"])
    with pytest.raises(InputError, match="holds no table"):
        load(SMALL, extra=[tmp_path])


def test_folders_are_those_given_else_those_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "a"))
    assert folders_in_use() == (tmp_path / "a",)
    with using([tmp_path / "b"]):
        assert folders_in_use() == (tmp_path / "b",)
    with using([]):
        assert folders_in_use() == (tmp_path / "a",)
    monkeypatch.delenv(ENVIRONMENT)
    assert folders_in_use() == ()


def test_an_edit_is_seen_at_once_and_changes_the_version(tmp_path: Path) -> None:
    first = knowledge(tmp_path, groups=GROUP + HILL).version
    second = knowledge(tmp_path, groups=GROUP + HILL.replace("Guardians", "Keepers")).version
    assert first and second and first != second
    assert load(SMALL).version == ""
