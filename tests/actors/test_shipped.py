"""The shipped tables say who is meant, across conflicts and years."""

import pytest

from dragoman.actors import Knowledge, load
from dragoman.actors.tables import DATA, FILES


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    for name, (file, _) in FILES.items():
        if not (DATA / file).is_file():
            pytest.skip(f"{name} is not there")
    return load()


EXAMPLES = [
    # Syria
    ("Russian President Vladimir Putin", "2016-12-16", "RUS", "Vladimir Putin", "head_of_state"),
    ("Turkish President Tayyip Erdogan", "2016-12-16", "TUR", "Recep Tayyip Erdoğan", "head_of_state"),
    ("Secretary of State John Kerry", "2016-09-10", "USA", "John Kerry", "foreign_minister"),
    ("the US secretary of state", "2012-07-01", "USA", "Hillary Clinton", "foreign_minister"),
    ("U.N. envoy Staffan de Mistura", "2016-03-14", "igo:un", "Staffan de Mistura", "special_envoy"),
    ("U.N.-Arab League envoy Lakhdar Brahimi", "2013-06-01", "igo:un", "Lakhdar Brahimi", "special_envoy"),
    ("Syrian President Bashar al-Assad", "2015-10-01", "SYR", "Bashar al-Assad", "head_of_state"),
    ("Russia's foreign minister", "2016-12-20", "RUS", "Sergei Lavrov", "foreign_minister"),
    # the same name at two dates
    ("President Bush", "1991-01-17", "USA", "George H. W. Bush", "head_of_state"),
    ("President Bush", "2003-03-20", "USA", "George W. Bush", "head_of_state"),
    ("President Clinton", "1995-11-21", "USA", "Bill Clinton", "head_of_state"),
    ("Secretary of State Clinton", "2012-11-21", "USA", "Hillary Clinton", "foreign_minister"),
    # others
    ("the Egyptian president", "1995-03-26", "EGY", "Hosni Mubarak", "head_of_state"),
    ("the Egyptian president", "2014-07-14", "EGY", "Abdel Fattah el-Sisi", "head_of_state"),
    ("Hamas leader Khaled Meshaal", "2014-07-28", "group:pse-hamas", "Khaled Meshaal", "party_leader"),
    (
        "Israeli Prime Minister Benjamin Netanyahu",
        "2014-07-28",
        "ISR",
        "Benjamin Netanyahu",
        "head_of_government",
    ),
    ("South Korean President Moon Jae-in", "2018-04-27", "KOR", "Moon Jae-in", "head_of_state"),
    (
        "Soviet Foreign Minister Eduard Shevardnadze",
        "1990-02-01",
        "SUN",
        "Eduard Shevardnadze",
        "foreign_minister",
    ),
    ("Colombian President Juan Manuel Santos", "2016-08-24", "COL", "Juan Manuel Santos", "head_of_state"),
    ("German Chancellor Angela Merkel", "2015-02-12", "DEU", "Angela Merkel", "head_of_government"),
]


@pytest.mark.parametrize(("phrase", "published", "actor", "person", "office"), EXAMPLES)
def test_offices_across_conflicts_and_years(
    shipped: Knowledge, phrase: str, published: str, actor: str, person: str, office: str
) -> None:
    found = shipped.resolve(phrase, published=published)
    assert found.person is not None, found
    assert (found.actor, found.person.name, found.person.office) == (actor, person, office)


ACTORS = [
    ("Houthi officials", None, "YEM"),
    ("the Yemeni government", "YEM", "YEM"),
    ("Rwandan-backed M23", None, "COD"),
    ("the Taliban", None, "AFG"),
    ("Hezbollah fighters", None, "LBN"),
    ("Colombia's National Liberation Army", None, "COL"),
    ("the Syrian opposition", "group:syr-opposition", "SYR"),
    ("Venezuelan opposition", None, "VEN"),
    ("Sudan's Rapid Support Forces", None, "SDN"),
    ("the Security Council", None, None),
    ("his Turkish counterpart", "TUR", "TUR"),
    ("Moscow", "RUS", "RUS"),
    ("Pyongyang", "PRK", "PRK"),
    ("the Kremlin", "RUS", "RUS"),
]


@pytest.mark.parametrize(("phrase", "actor", "country"), ACTORS)
def test_groups_keep_their_country_and_are_not_its_government(
    shipped: Knowledge, phrase: str, actor: str | None, country: str | None
) -> None:
    found = shipped.resolve(phrase, published="2019-06-01")
    assert found.actor is not None and found.country == country, found
    if actor is None:
        assert ":" in found.actor, found
    else:
        assert found.actor == actor


@pytest.mark.parametrize(
    "phrase", ["officials", "the two sides", "Western diplomats", "he", "peace talks", "the Syrian conflict"]
)
def test_nobody_in_particular(shipped: Knowledge, phrase: str) -> None:
    assert shipped.resolve(phrase, published="2016-12-17").actor is None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Astana", "KAZ"),
        ("Geneva", "CHE"),
        ("Doha", "QAT"),
        ("Sochi", "RUS"),
        ("Aleppo", "SYR"),
        ("Oslo", "NOR"),
    ],
)
def test_venues_have_country_and_degrees(shipped: Knowledge, name: str, country: str) -> None:
    place = shipped.place(name)
    assert place is not None and place.country == country
    assert place.lat is not None and place.lon is not None


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("Rebels in eastern Aleppo and Idlib rejected the truce that Assad's army had announced.", "Syria"),
        ("The Houthis and the Yemeni government will meet over Hodeidah.", "Yemen"),
        ("The bakery reopened on Monday after repairs.", None),
    ],
)
def test_conflict_of_a_text(shipped: Knowledge, text: str, conflict: str | None) -> None:
    found = shipped.conflict_of([text])
    assert (found is None) if conflict is None else (found is not None and conflict in found)


@pytest.mark.parametrize(
    "phrase", ["the Chechen leader", "Karabakh's foreign minister", "both presidents", "the government of Chechnya"]
)
def test_who_bears_other_words_is_not_the_one_named_before(shipped: Knowledge, phrase: str) -> None:
    known = [shipped.resolve(p, published="1996-07-03") for p in ("President Boris Yeltsin", "the Russian government")]
    assert shipped.resolve(phrase, published="1996-07-03", known=known).actor != "RUS"
    assert shipped.resolve("the president", published="1996-07-03", known=known[:1]).actor == "RUS"


@pytest.mark.parametrize("phrase", ["Ecuador's capital", "the capital of Ecuador", "the Ecuadorean capital"])
def test_a_capital_is_named_by_its_country(shipped: Knowledge, phrase: str) -> None:
    assert shipped.resolve(phrase, place_role=True).name == "Quito"
    assert shipped.resolve("Ecuador", place_role=True).name == "Ecuador"


@pytest.mark.parametrize("person", ["Julius Nyerere", "Nelson Mandela", "Ketumile Masire"])
def test_a_facilitator_is_no_part_of_the_state_at_war(shipped: Knowledge, person: str) -> None:
    assert shipped.resolve(person, published="2000-02-01").actor not in ("BDI", "COD")


def test_an_organisation_is_known_in_british_spelling(shipped: Knowledge) -> None:
    assert shipped.resolve("the Organisation for Security and Cooperation in Europe").actor == "igo:osce"


def test_a_country_is_told_the_conflicts_there_and_a_mission_its_body(knowledge):
    assert {"Colombia-FARC", "Colombia-ELN"} <= set(knowledge.conflicts_called("Colombia"))
    assert "Aceh" in knowledge.conflicts_called("aceh peace process")
    assert knowledge.conflicts_called("Atlantis") == ()
    assert knowledge.whole_of("igo:unsmil") == "igo:un" and knowledge.whole_of("igo:un") is None
