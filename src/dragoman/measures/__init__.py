"""Measures over the event layer: one a file, formula and edge cases in its docstring."""

from dragoman.measures.measure import Measure, Value, Window
from dragoman.measures.registry import NAMES, measure

__all__ = ["NAMES", "Measure", "Value", "Window", "measure"]
