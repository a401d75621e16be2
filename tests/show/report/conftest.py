"""The protocol that comes with hinge: a report names its drills."""

import pytest

from hingecli.coach.protocol.protocol import Index
from hingecli.content import bundled, load_protocol


@pytest.fixture(scope="session")
def index() -> Index:
    """The protocol of data/, indexed."""
    return load_protocol(bundled())
