"""The size of the fault tests, the counts they print, a log to start from."""

import random
from collections.abc import Callable, Iterator

import pytest

from faults.harness import Tally, Template, filled

_TALLY = pytest.StashKey[Tally]()


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the long run was asked for."""
    return bool(request.config.getoption("--faults-long"))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """A source of randomness that each test begins anew with."""
    return random.Random(request.node.nodeid)


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """The counts of the whole run."""
    stash = request.config.stash
    if _TALLY not in stash:
        stash[_TALLY] = Tally()
    return stash[_TALLY]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A home with four sessions, to be copied, and its events."""
    home = tmp_path_factory.mktemp("template") / "home"
    return home, filled(home)


@pytest.fixture
def sized(long: bool) -> Callable[[int, int], int]:
    """Choose between the small and the long run's number."""
    return lambda small, large: large if long else small


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> Iterator[None] | None:
    """Print the table of counts."""
    tally = terminalreporter.config.stash.get(_TALLY, None)
    if tally is None or not tally.trials:
        return None
    terminalreporter.section("faults")
    terminalreporter.write_line(f"{'':36}{'trials':>8}{'mid-flight':>12}{'acknowledged':>14}")
    for name, trials in tally.trials.items():
        terminalreporter.write_line(
            f"{name:36}{trials:8}{tally.midflight[name]:12}{tally.acknowledged[name]:14}"
        )
    return None
