"""What every test stands on: two sizes, a clean environment, a home, Hypothesis without luck."""

import os
import re
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

LEFT_OUT = pytest.StashKey[int]()

settings.register_profile(
    "default",
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# The same commit gives the same verdict everywhere; `--deep` looks for more.
settings.register_profile(
    "quick", settings.get_profile("default"), max_examples=25, derandomize=True
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.register_profile("long", settings.get_profile("default"), max_examples=3000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the two larger sizes of the tests."""
    parser.addoption("--deep", action="store_true", help="run the slow proofs too")
    parser.addoption("--faults-long", action="store_true", help="run the fault tests at full size")


def pytest_configure(config: pytest.Config) -> None:
    """Begin from nothing of the developer's own.

    Let Ctrl-C be heard, by children too, where a shell began the tests in the background.
    """
    for name in tuple(os.environ):
        if name.startswith(("HINGE_", "_HINGE_")) or name in SEEN_BY_THE_PROGRAM:
            del os.environ[name]
    if config.getoption("hypothesis_profile", None) is None:
        size = "default" if asks_for_deep(config) else "quick"
        settings.load_profile("ci" if os.environ.get("CI") else size)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow proofs out unless they are asked for, or a file of theirs by its name."""
    if asks_for_deep(config):
        return
    root = config.invocation_params.dir
    named = {(root / word.partition("::")[0]).resolve() for word in config.args}
    deep = [item for item in items if is_deep(item) and item.path.resolve() not in named]
    left_out = set(deep)
    items[:] = [item for item in items if item not in left_out]
    config.stash[LEFT_OUT] = len(deep)
    if deep:
        config.hook.pytest_deselected(items=deep)


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> None:
    """Say what was left out: a run that proves nothing must not look like one that does."""
    left_out = terminalreporter.config.stash.get(LEFT_OUT, 0)
    if left_out:
        terminalreporter.write_line(f"{left_out} slow tests were left out; --deep runs them too.")


def asks_for_deep(config: pytest.Config) -> bool:
    """Return whether the slow proofs were asked for, in whichever way."""
    by_mark = re.search(r"\bdeep\b", config.getoption("markexpr") or "")
    return bool(config.getoption("--deep") or config.getoption("--faults-long") or by_mark)


def is_deep(item: pytest.Item) -> bool:
    """Return whether a test says that it is one of the slow proofs."""
    return item.get_closest_marker("deep") is not None


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the log that does not exist yet, as HINGE_HOME."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HINGE_HOME", str(folder))
    return folder
