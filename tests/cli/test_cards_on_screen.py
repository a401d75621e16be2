"""The card of every kind of day in a real terminal, in windows of four sizes.

At 80 x 24, 120 x 40 and 60 x 24 the whole card stands in the window, with the line that was typed
and the question. At 40 x 24 it may scroll: what is done and what comes next stay in sight.
"""

import os
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factories import DAY_ONE, state_on
from hingecli.cli.first_minute import KEY, SETUP_TAKES
from hingecli.cli.offer import WHOLE
from hingecli.cli.root import root
from hingecli.coach.day.questions import morning_asked, soreness_asked
from hingecli.coach.log.events import AnyEvent
from hingecli.coach.report.plan_end import told_end
from hingecli.coach.results import Decision
from hingecli.show import dose
from hingecli.store import EventLog
from show import samples
from show.days import NAMES, Day, all_days, decision_of

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

from cli.forked import in_a_terminal

pyte = pytest.importorskip("pyte", reason="pyte is the screen behind it")

pytestmark = pytest.mark.deep

PATIENCE_S = 60
SIZES = [(80, 24), (120, 40), (60, 24), (40, 24)]
MAY_SCROLL = 40
NOT_NOW = "n\n"
TYPED = "$ hinge today"
"""What stands above the card in a shell."""
BETWEEN = "@@"
WHOLE_END = re.compile(r"Enter:?\s+(?:skips|later)\) |\[y/n\] ")
"""Where a person's Enter ends the line: nothing typed ahead is echoed."""


def keep(home: Path, day: Day) -> None:
    """Write the log before `day`."""
    events: tuple[AnyEvent, ...] = day.journal.events
    EventLog(home).append(lambda _: events)


def questions_before(day: Day) -> int:
    """Return how many questions stand before the card."""
    state = state_on(samples.index(), day.journal, day.on)
    ready = state.profile.screen is None and KEY not in state.told_once and state.hold is None
    asked = soreness_asked(state) or morning_asked(state) is not None
    return 2 * ready + asked + (told_end(state, day.journal.read()) is not None)


def environment(home: Path, day: Day) -> dict[str, str]:
    now = DAY_ONE + timedelta(days=day.on)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "HINGE_HOME": str(home),
        "HINGE_NOW": f"{now}T{day.hour:02}:00:00+00:00",
        "TERM": "xterm-256color",
    }


def screen_of(home: Path, day: Day, *, width: int, rows: int) -> list[str]:
    """Return the window after `hinge today`, with the shell's two lines; what scrolled off first.

    What is asked before the card is left open with Enter; the walk is for another time.
    """
    code, printed = in_a_terminal(
        ("today",),
        environment(home, day),
        typed="\n" * questions_before(day) + NOT_NOW,
        rows=rows,
        columns=width,
        patience_s=PATIENCE_S,
    )
    assert code == 0, printed
    screen = pyte.HistoryScreen(width, rows, history=500)
    stream = pyte.Stream(screen)
    as_typed = WHOLE_END.sub(lambda end: f"{end[0]}\r\n", printed.rstrip())
    stream.feed(f"{TYPED}\r\n{as_typed}\r\n$ ")
    gone = ["".join(line[x].data for x in range(width)).rstrip() for line in screen.history.top]
    return [*gone, BETWEEN, *(line.rstrip() for line in screen.display if line.strip())]


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    """The words of each day's card, kept for the other sizes."""
    return {}


def words_known(home: Path, day: Day) -> set[str]:
    """Return the whole words of the card, in a pipe of great width, of questions and of names."""
    done = CliRunner().invoke(
        root, ["today"], env=environment(home, day) | {"COLUMNS": "300"}, prog_name="hinge"
    )
    assert done.exit_code == 0, done.stderr
    pointers = "hinge log steps show today " + " ".join(samples.short_names())
    rule = samples.index().rules.screen
    first = (rule.first_stop, rule.first_unloaded, SETUP_TAKES, WHOLE)
    texts = (done.stdout, WHOLES, WHOLES.lower(), pointers, *first)
    return {word for text in texts for word in words_of(text)}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}", text))


def dose_words(decision: Decision) -> list[str]:
    """Return what must be seen of the day's blocks: sets, reps, weight and rest."""
    words = []
    for block in decision.blocks:
        if block.purpose == "test":
            words.append(f"up to {block.sets} runs of {block.reps}")
        elif block.sets > 1:
            words.append(f"{block.sets} × {block.reps}")
        if block.purpose != "warm-up":
            words += [dose.resting(block), dose.load(block, unit="kg")]
    return [word for word in words if word]


WHOLES = (
    "Two questions before the first rep once Yes or no Which goal is next strength hypertrophy or "
    "athletic Enter later today card Pain and soreness this morning each as in skips "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday"
)


@pytest.mark.parametrize(("width", "rows"), SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_a_card_stands_in_the_window(
    tmp_path: Path, known: dict[str, set[str]], name: str, width: int, rows: int
) -> None:
    day = all_days()[name]
    decision = decision_of(day)
    home = tmp_path / name
    keep(home, day)

    lines = screen_of(home, day, width=width, rows=rows)

    at = lines.index(BETWEEN)
    seen = " ".join(" ".join(lines[at + 1 :]).replace("sets × ", "× ").split())
    if width > MAY_SCROLL:
        assert decision.title in seen, "\n".join(lines)
        if not questions_before(day):
            assert lines[:at] == []
    assert [words for words in dose_words(decision) if words not in seen] == []
    if decision.blocks and decision.ask is None:
        assert "hinge log" in seen
    assert "hinge " in " ".join(lines[-6:])
    if name not in known:
        known[name] = words_known(home, day)
    assert words_of("\n".join(lines)) <= known[name]
