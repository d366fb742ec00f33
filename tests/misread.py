"""Examples that the coder is known to read otherwise than it should."""

from __future__ import annotations

from typing import Any

import pytest


def misread(why: str, *values: Any) -> Any:
    """A parameter set whose test must fail; it is taken out when the coder reads it rightly."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=why))
