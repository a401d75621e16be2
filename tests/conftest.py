"""What every test stands on: a clean environment, a home of its own, Hypothesis without clocks."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SEEN_BY_THE_PROGRAM = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "COLUMNS",
    "LINES",
    "ACCESSIBLE",
    "TERM",
    "COLORTERM",
)
"""Variables that change what the program prints; those of its own begin with HINGE_."""

settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.register_profile("long", settings.get_profile("default"), max_examples=3000)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the long run of the fault tests."""
    parser.addoption("--faults-long", action="store_true", help="run the fault tests at full size")


def pytest_configure() -> None:
    """Let Ctrl-C be heard, by children too, where a shell began the tests in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the developer's own settings from the program."""
    for name in tuple(os.environ):
        if name.startswith(("HINGE_", "_HINGE_")) or name in SEEN_BY_THE_PROGRAM:
            monkeypatch.delenv(name)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the log that does not exist yet, as HINGE_HOME."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HINGE_HOME", str(folder))
    return folder
