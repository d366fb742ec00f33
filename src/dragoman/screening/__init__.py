"""What is not worth the model's time: articles in languages that it cannot read, and those without a word of war and peace."""

from dragoman.screening.screen import LANGUAGE, RELEVANCE, Screen
from dragoman.screening.waiting import Tally, screen_waiting

__all__ = ["LANGUAGE", "RELEVANCE", "Screen", "Tally", "screen_waiting"]
