"""Tab in real shells: bash, zsh and fish offer what has a known list, sessions with their day."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from systems import needs_a_terminal

pexpect = pytest.importorskip("pexpect", reason="pexpect drives the pseudo-terminal")

pytestmark = [pytest.mark.deep, needs_a_terminal]

PATIENCE_S = 60
"""Far more than any answer needs, even where eight programs share a core."""
KEYS = "@ready@"
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETTLE = {
    "bash": "bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'; "
    "bind 'set completion-query-items 0'; bind 'set enable-bracketed-paste off'",
    "zsh": "autoload -Uz compinit && compinit -u -D; unsetopt zle_bracketed_paste; LISTMAX=1000",
    "fish": "function fish_greeting; end; set -g fish_autosuggestion_enabled 0",
}
TEACH = {
    "bash": 'eval "$(hinge --show-completion)"',
    "zsh": 'eval "$(hinge --show-completion)"',
    "fish": "hinge --show-completion | source",
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own with three sessions, and the program of these tests on the path."""
    scripts = Path(sys.executable).parent
    own = {
        "HOME": str(tmp_path),
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "HINGE_HOME": str(tmp_path / "hinge"),
        "HINGE_NOW": "2026-11-23T07:30+01:00",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "LINES": "40",
    }
    for when, sets in (("-3d", "10"), ("yesterday", "11"), ("today", "12")):
        words = [sys.executable, "-m", "hingecli", "log", "wall", sets, "-d", when]
        subprocess.run(words, env=own, check=True, capture_output=True)
    return own


class Shell:
    """A shell on a terminal of its own, in which keys are typed."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        """Start the shell and teach it what Tab offers for hinge."""
        first, *rest = START[name]
        self.child = pexpect.spawn(
            first, rest, env=environment, encoding="utf-8", timeout=PATIENCE_S, dimensions=(40, 100)
        )
        for command in (SETTLE[name], TEACH[name]):
            self.child.sendline(command)
            # In two parts, so that the echo of the command is not taken for its answer.
            self.child.sendline('printf "%s%s\\n" "@rea" "dy@"')
            self.child.expect_exact(KEYS)

    def tab(self, typed: str, *offered: str) -> None:
        """Type, press Tab, and wait for all that is to be offered, in whatever order."""
        self.child.send(typed)
        self.child.send("\t")
        waiting = list(offered)
        while waiting:
            del waiting[self.child.expect_exact(waiting)]
        self.child.sendcontrol("u")

    def close(self) -> None:
        """End it."""
        self.child.close(force=True)


@pytest.fixture(params=sorted(START))
def shell(request: pytest.FixtureRequest, environment: dict[str, str]) -> Iterator[Shell]:
    """Each shell that the machine has."""
    name: str = request.param
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed here")
    shell = Shell(name, environment)
    yield shell
    shell.close()


def test_sessions_are_offered_with_their_day(shell: Shell) -> None:
    shell.tab("hinge edit ", "Mon 23 Nov", "Sun 22 Nov", "Fri 20 Nov")
    shell.tab("hinge delete ", "Mon 23 Nov", "Sun 22 Nov", "Fri 20 Nov")


def test_lists_of_words_are_offered(shell: Shell) -> None:
    shell.tab("hinge log wall 10 --where ", "low-back", "shoulder")
    shell.tab("hinge log wall 10 --where sh", "shoulder")
    shell.tab("hinge setup --goal ", "strength", "hypertrophy", "athletic")
    shell.tab("hinge setup --limits ", "low-back", "knee", "none")
    shell.tab("hinge setup --screen ", "clear", "unloaded", "stop")
    shell.tab("hinge setup --days ", "mon", "sun")


def test_what_the_protocol_knows_is_offered(shell: Shell) -> None:
    shell.tab("hinge setup --equipment dowel,ket", "dowel,kettlebell")
    shell.tab("hinge setup --without kettlebell-swing,rom", "kettlebell-swing,romanian-deadlift")
    shell.tab("hinge setup --assist ", "block-pull", "good-morning")
    shell.tab("hinge log wall 10 -m loo", "looking-up")
    shell.tab("hinge log wal", "wall-hinge")
    shell.tab("hinge learn brea", "breathing")
    shell.tab("hinge why kettlebell-s", "kettlebell-swing")
    shell.tab("hinge export --format ", "json", "csv", "md")


def test_values_are_offered_behind_the_sign_of_an_option(shell: Shell) -> None:
    shell.tab("hinge setup --goal=", "strength", "hypertrophy", "athletic")
    shell.tab("hinge setup --goal=str", "strength")
    shell.tab("hinge setup --days=mon,w", "mon,wed")
    shell.tab("hinge log wall 10 --where=sho", "shoulder")
    shell.tab("hinge log wall 10 --date=yest", "yesterday")
