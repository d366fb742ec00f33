"""Pairs of texts of which one repeats much of the other, within days (rule R14)."""

import datetime as dt
import random

from dragoman.text.reprints import reprints
from dragoman.text.stems import stem, stems

DAY = dt.date(2017, 1, 20)


def words(start: int, end: int) -> str:
    return " ".join(f"word{n}" for n in range(start, end))


def pairs(texts, days=None, **more):
    return {(p.a, p.b): p for p in reprints(texts, days or dict.fromkeys(texts, DAY), **more)}


def test_a_short_copy_of_a_long_text_is_found_and_the_share_is_that_of_the_shorter():
    found = pairs({"long": words(0, 2000), "cut": words(500, 600), "half": words(900, 950) + " " + words(5000, 5050)})
    assert set(found) == {("cut", "long"), ("half", "long")}
    assert found["cut", "long"].share == 1.0
    assert 0.45 < found["half", "long"].share < 0.5


def test_what_both_quote_counts_less_in_their_own_words():
    quote = f'"{words(0, 80)}"'
    found = pairs({"a": f"{quote} {words(100, 130)}", "b": f"{words(200, 230)} {quote}"})
    assert found["a", "b"].share > 0.6
    assert found["a", "b"].own_words == 0.0


def test_texts_far_apart_in_time_or_without_a_day_or_too_short_are_left_out():
    texts = {"a": words(0, 100), "later": words(0, 100), "undated": words(0, 100), "short": words(0, 20)}
    days = {"a": DAY, "later": DAY + dt.timedelta(days=3), "short": DAY}
    assert pairs(texts, days) == {}
    assert set(pairs(texts, days, window=3)) == {("a", "later")}


def test_the_order_of_the_input_does_not_matter():
    texts = {f"t{n}": words(n * 20, n * 20 + 100) for n in range(30)}
    names = list(texts)
    random.Random(1).shuffle(names)
    assert pairs(texts) == pairs({name: texts[name] for name in names})


def test_a_text_that_hundreds_print_still_finds_the_first_of_them():
    texts = {f"t{n:03}": words(0, 60) for n in range(200)}
    found = pairs(texts)
    assert ("t000", "t199") in found
    assert len(found) <= 50 * len(texts)


def test_inflected_words_have_one_stem():
    assert {stem(w) for w in ("signed", "Signs", "signing")} == {"sign"}
    assert stem("mediators") == stem("mediator")
    assert stem("Turkey's") == stem("Turkey")
    assert stem("agreed") == stem("agreements") == stem("agree")
    assert stems("U.N. envoys and the U.N. envoy") == {"un", "envo", "and", "the"}
