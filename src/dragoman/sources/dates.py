"""Dates of publication as tables and pages write them, made into ISO dates."""

from __future__ import annotations

from dragoman.records.dates import ACCEPTED, iso_date

__all__ = ["ACCEPTED", "iso_date"]
