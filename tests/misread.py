"""Examples that the coder is known to read otherwise than it should."""

from __future__ import annotations

from typing import Any

import pytest


def misread(why: str, *values: Any) -> Any:
    """A parameter set whose test must fail; it is taken out when the coder reads it rightly."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=why))


def unsure(why: str, *values: Any) -> Any:
    """A parameter set that is read rightly on some machines and not on others, with the same code and model: it may fail, and need not."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=False, reason=why))
