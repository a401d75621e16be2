"""The two sizes of the tests: one case of a promise in the quick run, others in the deep one."""

from typing import Any

import pytest


def in_depth(value: object) -> Any:
    """Return a case that is tried with `--deep` alone: one like it costs a process each."""
    return pytest.param(value, marks=pytest.mark.deep)
