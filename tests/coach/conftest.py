"""The real protocol, read once: the coach's tests are about its figures."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from hingecli.coach.protocol.protocol import Index, Protocol

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def index() -> Index:
    """The protocol of data/, indexed."""
    table = tomllib.loads((DATA / "protocol.toml").read_text(encoding="utf-8"))
    return Index(msgspec.convert(table, Protocol))
