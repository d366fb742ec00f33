"""Who is meant: names, people with their offices at a date, places, and the conflict a text belongs to."""

from dragoman.actors.knowledge import Knowledge, load
from dragoman.actors.matcher import NameMatch
from dragoman.actors.own import using
from dragoman.actors.resolution import Resolution
from dragoman.actors.rows import Outlet, Place

__all__ = ["Knowledge", "NameMatch", "Outlet", "Place", "Resolution", "load", "using"]
