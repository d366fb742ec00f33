"""Names are found whole, longest first, with offsets that hold."""

from hypothesis import given, settings
from hypothesis import strategies as st
from timing import seconds

from dragoman.actors import Knowledge


def found(small: Knowledge, text: str) -> list[str]:
    return [m.text for m in small.match(text)]


def test_longest_name_wins(small: Knowledge) -> None:
    assert found(small, "The UN Security Council met.") == ["UN Security Council"]
    assert found(small, "President George W. Bush spoke.") == ["George W. Bush"]


def test_title_in_an_alias_does_not_cut_the_fuller_name(small: Knowledge) -> None:
    assert found(small, "President Assad met President Bashar al-Assad.") == [
        "President Assad",
        "Bashar al-Assad",
    ]


def test_words_inside_words_are_no_names(small: Knowledge) -> None:
    assert found(small, "Syriana and USB and Iranology") == []


def test_shorter_name_counts_where_the_longer_is_cut_by_a_letter(small: Knowledge) -> None:
    assert found(small, "Security Councilor from the UN Security Councilors") == ["UN"]


def test_case_decides(small: Knowledge) -> None:
    assert found(small, "Tell us about turkey and the us.") == []
    assert found(small, "US, TURKEY AND RUSSIA AGREE") == ["US", "TURKEY", "RUSSIA"]


def test_possessive_stays_outside(small: Knowledge) -> None:
    for text in ("Turkey's offer", "Turkey’s offer"):
        match = small.match(text)[0]
        assert (match.start, match.end, match.text) == (0, 6, "Turkey")


def test_accents_and_hyphens(small: Knowledge) -> None:
    assert found(small, "Mevlüt Çavuşoğlu met Recep Tayyip Erdogan") == [
        "Mevlüt Çavuşoğlu",
        "Recep Tayyip Erdogan",
    ]
    assert found(small, "the U.N.-Arab League envoy") == ["U.N.", "Arab League"]


def test_kinds_tell_how_the_name_is_borne(small: Knowledge) -> None:
    match = small.match("Moscow")[0]
    assert dict(zip(match.candidates, match.kinds, strict=True)) == {
        "RUS": "capital",
        "place:moscow": "place",
    }


PIECES = st.sampled_from(
    [
        "Syria",
        "U.N.",
        "US",
        "Erdoğan",
        "Çavuşoğlu",
        "’s ",
        " ",
        "\n",
        "-",
        "—",
        ".",
        "é",
        "ß",
        "İ",
        "𝕏",
        "a",
        "B",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_offsets_are_exact_and_in_order(small: Knowledge, text: str) -> None:
    last = 0
    for match in small.match(text):
        assert last <= match.start < match.end
        assert text[match.start : match.end] == match.text
        assert len(match.candidates) == len(match.kinds) > 0
        last = match.end


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_phrase_breaks_the_resolver(small: Knowledge, text: str) -> None:
    answer = small.resolve(text, published="2016-12-17", context=text)
    assert 0.0 <= answer.confidence <= 1.0
    small.resolve(text, place_role=True)


def test_a_megabyte_is_matched_within_a_second(small: Knowledge) -> None:
    text = (
        "Russian Foreign Minister Sergei Lavrov told Reuters in Moscow that the United Nations envoy would "
        "fly to Astana once Turkey and the Syrian opposition had agreed on a date for the talks.\n"
    )
    text *= 1_000_000 // len(text)
    assert len(small.match(text)) > 10_000
    assert seconds(lambda: small.match(text)) < 1.0
