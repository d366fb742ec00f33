"""Who is meant: rules on a small knowledge base, across conflicts and dates."""

import pytest

from dragoman.actors import Knowledge, Resolution

STATES = [
    ("Moscow", "RUS", "GOV"),
    ("the Kremlin", "RUS", "GOV"),
    ("Damascus", "SYR", "GOV"),
    ("the Syrian government", "SYR", "GOV"),
    ("Yemen's internationally recognised government", "YEM", "GOV"),
    ("his Turkish counterpart", "TUR", "GOV"),
    ("US officials", "USA", "GOV"),
    ("officials in Washington", "USA", "GOV"),
    ("Americans", "USA", "GOV"),
    ("the Syrian army", "SYR", "MIL"),
    ("Syrian civilians", "SYR", "CVL"),
    ("the Pentagon", "USA", "MIL"),
    ("the Iranian Foreign Ministry", "IRN", "GOV"),
    ("officials at the State Department", "USA", "GOV"),
    ("a spokesman for Putin", "RUS", "GOV"),
    ("Assad's forces", "SYR", "MIL"),
    ("the government of President Bashar al-Assad", "SYR", "GOV"),
    ("SYRIA", "SYR", "GOV"),
    ("Türkiye", "TUR", "GOV"),
]


@pytest.mark.parametrize(("phrase", "actor", "sector"), STATES)
def test_phrase_names_a_state_by_government_capital_or_body(
    small: Knowledge, phrase: str, actor: str, sector: str
) -> None:
    found = small.resolve(phrase, published="2016-12-17")
    assert (found.actor, found.country, found.sector) == (actor, actor, sector)


GROUPS = [
    ("Syrian rebels", "group:syr-rebels", "Syrian rebels", "SYR", "REB"),
    ("Syrian rebel commanders", "group:syr-rebels", "Syrian rebels", "SYR", "REB"),
    ("rebels in Yemen", "group:yem-rebels", "Yemeni rebels", "YEM", "REB"),
    ("the Syrian opposition", "group:syr-opposition", "Syrian opposition", "SYR", "OPP"),
    ("Turkish opposition", "group:tur-opposition", "Turkish opposition", "TUR", "OPP"),
    ("Syrian Kurdish fighters", "group:syr-kurdish-rebels", "Syrian Kurdish rebels", "SYR", "REB"),
    ("Houthi officials", "group:yem-houthis", "Houthis", "YEM", "REB"),
    ("Yemen's Houthi rebels", "group:yem-houthis", "Houthis", "YEM", "REB"),
    ("Iran-backed Houthi rebels", "group:yem-houthis", "Houthis", "YEM", "REB"),
    ("Rwandan-backed M23", "group:cod-m23", "M23", "COD", "REB"),
    ("the Rwandan-backed M23 rebels", "group:cod-m23", "M23", "COD", "REB"),
    ("forces loyal to Haftar", "group:lby-lna", "Libyan National Army", "LBY", "REB"),
    ("Khalifa Haftar's forces", "group:lby-lna", "Libyan National Army", "LBY", "REB"),
    ("fighters with the Free Syrian Army", "group:syr-fsa", "Free Syrian Army", "SYR", "REB"),
]


@pytest.mark.parametrize(("phrase", "actor", "name", "country", "sector"), GROUPS)
def test_rebels_and_opposition_of_a_country_are_never_the_state(
    small: Knowledge, phrase: str, actor: str, name: str, country: str, sector: str
) -> None:
    found = small.resolve(phrase, published="2018-12-10")
    assert (found.actor, found.name, found.country, found.sector) == (actor, name, country, sector)


OFFICES = [
    ("President Bush", "1991-01-17", "USA", "George H. W. Bush", "head_of_state"),
    ("President Bush", "2003-03-20", "USA", "George W. Bush", "head_of_state"),
    ("Bush", "2003-03-20", "USA", "George W. Bush", "head_of_state"),
    ("the US secretary of state", "2012-06-30", "USA", "Hillary Clinton", "foreign_minister"),
    ("the US secretary of state", "2016-09-09", "USA", "John Kerry", "foreign_minister"),
    ("Secretary of State", "2016-09-09", "USA", "John Kerry", "foreign_minister"),
    ("Secretary of State John Kerry", "2016-09-09", "USA", "John Kerry", "foreign_minister"),
    ("Russian Foreign Minister Sergei Lavrov", "2016-12-20", "RUS", "Sergei Lavrov", "foreign_minister"),
    ("Sergei Lavrov, Russia's foreign minister", "2016", "RUS", "Sergei Lavrov", "foreign_minister"),
    ("Russia's foreign minister", "2016-12-20", "RUS", "Sergei Lavrov", "foreign_minister"),
    ("Foreign Minister Mevlut Cavusoglu of Turkey", "2016", "TUR", "Mevlüt Çavuşoğlu", "foreign_minister"),
    ("the Turkish president", "2016-12-17", "TUR", "Recep Tayyip Erdoğan", "head_of_state"),
    (
        "Turkish Prime Minister Tayyip Erdogan",
        "2012-01-01",
        "TUR",
        "Recep Tayyip Erdoğan",
        "head_of_government",
    ),
    ("Putin", "2010-05-05", "RUS", "Vladimir Putin", "head_of_government"),
    ("Putin", "2016-12-16", "RUS", "Vladimir Putin", "head_of_state"),
    ("Putin", None, "RUS", "Vladimir Putin", "head_of_state"),
    ("U.N.-Arab League envoy Lakhdar Brahimi", "2013-06-01", "igo:un", "Lakhdar Brahimi", "special_envoy"),
    ("the UN envoy to Syria", "2013-06-01", "igo:un", "Lakhdar Brahimi", "special_envoy"),
    ("U.N. envoy to Syria, Lakhdar Brahimi", "2013-06-01", "igo:un", "Lakhdar Brahimi", "special_envoy"),
    ("Washington's Syria envoy", "2016-12-17", "USA", "Michael Ratney", "special_envoy"),
    ("US Syria envoy", "2016-12-17", "USA", "Michael Ratney", "special_envoy"),
    ("Secretary of State Rodham", "2012-01-01", "USA", "Hillary Clinton", "foreign_minister"),
    ("America's Rodham", "2012-01-01", "USA", "Hillary Clinton", "foreign_minister"),
    ("Kazakh Foreign Minister Kairat Nurov", "2016-12-17", "KAZ", "Kairat Nurov", "foreign_minister"),
]


@pytest.mark.parametrize(("phrase", "published", "actor", "person", "office"), OFFICES)
def test_office_and_date_give_person_and_actor(
    small: Knowledge, phrase: str, published: str | None, actor: str, person: str, office: str
) -> None:
    found = small.resolve(phrase, published=published)
    assert found.person is not None
    assert (found.actor, found.person.name, found.person.office) == (actor, person, office)


UNKNOWN = [
    "he",
    "they",
    "officials",
    "the two sides",
    "Western diplomats",
    "both delegations",
    "Jeb Bush",
    "Bush",
    "Congo",
    "Georgia",
    "Russian and Turkish officials",
    "Russia and Turkey",
    "the Syrian conflict",
    "US sanctions",
    "a Turkish proposal",
    "Bosnian Serb leaders",
    "Syria's Serbs",
    "pro-Russian separatists",
    "the Russian-Turkish delegation",
    "diplomats in Geneva",
    "",
    "…",
    "Syrian party leaders",
    "US allies",
    "opponents of Assad",
    "Syrian sides",
    "Syria's Druze leaders",
]


@pytest.mark.parametrize("phrase", UNKNOWN)
def test_what_the_words_do_not_settle_stays_unknown(small: Knowledge, phrase: str) -> None:
    found = small.resolve(phrase)
    assert found.actor is None
    assert found.why


def test_former_holder_stands_for_himself_and_has_no_office(small: Knowledge) -> None:
    found = small.resolve("former US President Jimmy Carter", published="1994-09-18")
    assert (found.actor, found.actor_type, found.country) == (
        "person:jimmy-carter",
        "individual_mediator",
        "USA",
    )
    assert found.person is not None and found.person.office is None


def test_former_office_without_name_gives_the_country_only(small: Knowledge) -> None:
    found = small.resolve("the former US envoy", published="2016-12-17")
    assert (found.actor, found.country, found.person) == (None, "USA", None)


def test_ended_tenure_gives_the_actor_but_no_office(small: Knowledge) -> None:
    found = small.resolve("Kerry", published="2018-05-08")
    assert found.actor == "USA" and found.person is not None and found.person.office is None
    assert found.confidence < small.resolve("Kerry", published="2016-05-08").confidence


def test_deputy_is_not_the_minister(small: Knowledge) -> None:
    found = small.resolve("the Russian deputy foreign minister", published="2016-12-17")
    assert (found.actor, found.person) == ("RUS", None)


@pytest.mark.parametrize(
    ("phrase", "context", "expected"),
    [
        ("Georgia", "Russian troops left after talks in Tbilisi with Armenian mediators", "GEO"),
        ("Georgia", "The bakery reopened", "GEO"),
        ("Congo", "M23 fighters left Kinshasa after talks", "COD"),
        ("Congo", "the mediator flew from Brazzaville", "COG"),
        ("armed opposition", "Syria", "group:syr-opposition"),
        ("Ratney", "Washington sent its envoy", "USA"),
        ("Ratney", "Tehran sent its envoy", None),
        ("the government", "Shelling of Aleppo went on in Syria", "SYR"),
        ("rebels", "Fighting over Hodeidah and Sanaa", "group:yem-houthis"),
        ("rebels", "The Houthis shelled Yemeni villages", "group:yem-houthis"),
        ("the government", "Talks with the rebels opened in Geneva; Norway was not invited", None),
        ("the foreign minister", "RUS", "RUS"),
        ("the foreign minister", "Russia", "RUS"),
    ],
)
def test_context_settles_what_the_phrase_leaves_open(
    small: Knowledge, phrase: str, context: str, expected: str | None
) -> None:
    assert small.resolve(phrase, context=context, published="2017-10-01").actor == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "our government",
        "unidentified gunmen",
        "rebels in North Africa",
        "Zintan fighters",
        "officials",
        "government of Raqqa",
    ],
)
def test_context_does_not_answer_for_others(small: Knowledge, phrase: str) -> None:
    assert small.resolve(phrase, context="Syria", published="2016-12-17").actor is None


def test_unknown_person_of_a_state_speaks_for_it(small: Knowledge) -> None:
    found = small.resolve("Yemen's Abdo al Sarwari")
    assert found.actor == "YEM" and found.person is not None and found.person.name == "Abdo al Sarwari"


def test_georgia_among_us_words_is_no_actor(small: Knowledge) -> None:
    found = small.resolve("Georgia", context="The White House said Washington would send troops")
    assert found.actor is None


def test_earlier_answers_of_the_document_are_taken_up(small: Knowledge) -> None:
    minister = small.resolve("Kazakh Foreign Minister Kairat Nurov", published="2016-12-17")
    houthis = small.resolve("the Houthis")
    known = [minister, houthis]
    assert small.resolve("Nurov", known=known).actor == "KAZ"
    assert small.resolve("the foreign minister", known=known).person == minister.person
    assert small.resolve("the group", known=known).actor == "group:yem-houthis"
    assert small.resolve("the rebels", known=known).actor == "group:yem-houthis"


def test_somebody_acts_on_in_the_capacity_that_the_document_gave(small: Knowledge) -> None:
    earlier = small.resolve("Arab League envoy Lakhdar Brahimi", published="2017-03-01")
    assert earlier.actor == "igo:arab-league"
    again = small.resolve("Brahimi", published="2017-03-01", known=[earlier])
    assert (again.actor, again.person) == ("igo:arab-league", earlier.person)
    titled = small.resolve("UN envoy Lakhdar Brahimi", published="2017-03-01", known=[earlier])
    assert titled.actor == "igo:un"


def test_two_earlier_groups_leave_the_group_open(small: Knowledge) -> None:
    known = [small.resolve("the Houthis"), small.resolve("M23")]
    assert small.resolve("the group", known=known).actor is None
    assert small.resolve("the rebels", known=known).actor is None


@pytest.mark.parametrize(
    ("phrase", "actor", "kind"),
    [
        ("gunmen from the Free Idlib Brigade", "group:free-idlib-brigade", "armed_group"),
        ("the Front for National Salvation", None, None),
        ("Movement for Just Peace", "group:movement-for-just-peace", "armed_group"),
        ("the New Dawn Party", "group:new-dawn-party", "political_party"),
        ("Syrian Tomorrow Council", "group:syrian-tomorrow-council", "umbrella"),
        ("the Turkish Army", "TUR", "state"),
    ],
)
def test_unknown_group_gets_a_slug_by_its_descriptor(
    small: Knowledge, phrase: str, actor: str | None, kind: str | None
) -> None:
    found = small.resolve(phrase)
    assert found.actor == actor
    if actor and actor.startswith("group:"):
        assert found.actor_type == kind and found.confidence <= 0.6


def test_place_role_gives_a_place_and_no_actor(small: Knowledge) -> None:
    found = small.resolve("the Kazakh capital, Astana", place_role=True)
    assert (found.actor, found.place, found.country) == (None, "place:astana", "KAZ")
    assert small.resolve("Astana, Kazakhstan", place_role=True).place == "place:astana"
    assert small.resolve("the Russian capital", place_role=True).place == "place:moscow"
    assert small.resolve("Moscow", place_role=True).actor is None
    assert small.resolve("Moscow").place == "place:moscow"
    assert small.resolve("Yemen", place_role=True).place == "YEM"
    assert small.resolve("Atlantis", place_role=True) == Resolution(why="no known place")


def test_city_that_is_no_seat_of_government_is_no_actor(small: Knowledge) -> None:
    found = small.resolve("Geneva")
    assert (found.actor, found.place) == (None, "place:geneva")


def test_organisations_and_outlets(small: Knowledge) -> None:
    assert small.resolve("members of the Security Council").actor == "igo:unsc"
    assert small.resolve("a UN spokesman").actor == "igo:un"
    assert small.resolve("Reuters").sector == "MED"
    assert small.resolve("Russian ambassador to the United Nations").actor == "RUS"


@pytest.mark.parametrize(
    "phrase",
    ["William Moscow", "British Foreign Secretary William Damascus", "US-Russian", "Karabakh Armenians"],
)
def test_a_name_inside_another_name_is_not_taken(small: Knowledge, phrase: str) -> None:
    assert small.resolve(phrase).actor is None


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Kurdish-led Free Syrian Army", "group:syr-fsa"),
        ("Delegates of the Justice and Equality Movement", "group:justice-and-equality-movement"),
        ("the Tigray People's Liberation Front", "group:tigray-people-s-liberation-front"),
        ("New Dawn Front spokesman Karim Saleh", "group:new-dawn-front"),
        ("International Committee of the Red Cross", None),
        ("The Rapid Support Forces", "group:rapid-support-forces"),
        ("United Nations General Assembly", "igo:un"),
        ("Turkey's State Department", "TUR"),
        ("Mr. Putin", "RUS"),
        ("Turkish mediators", "TUR"),
        ("Dozens of U.S. diplomats", "USA"),
        ("more than 1,400 Syrians", "SYR"),
        ("a delegation visiting from Turkey", "TUR"),
        ("Chief Facilitator Vladimir Putin", "RUS"),
        ("Two Syrians", "SYR"),
        ("Turkish-brokered", "TUR"),
        ("the Putin administration", "RUS"),
        ("the Jeb Putin administration", None),
        ("GEORGIA", None),
        ("Neighbouring Turkey", "TUR"),
    ],
)
def test_names_around_names(small: Knowledge, phrase: str, actor: str | None) -> None:
    assert small.resolve(phrase).actor == actor
