"""Measures over the event layer: one a file, formula and edge cases in its docstring."""

from dragoman.measures.camps import Camp
from dragoman.measures.measure import Measure, Value, Window
from dragoman.measures.registry import MEASURES, NAMES, measure

__all__ = ["MEASURES", "NAMES", "Camp", "Measure", "Value", "Window", "measure"]
