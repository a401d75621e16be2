"""Runs the real program against faults and judges what is left, from outside.

What is injured is always a process of its own. Owns the invariant: what was acknowledged is
listed, nothing twice, nothing invented, no traceback, and the next `log` works.
"""

import json
import os
import shutil
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from hingecli.cli.root import root

SOURCE = Path(__file__).parents[2] / "src"
BROKEN = Path(__file__).with_name("broken.py")
NOW = "2026-03-02T09:00+01:00"
NEEDED_TO_START = ("PATH", "SYSTEMROOT")
"""SYSTEMROOT is where Windows looks for its own libraries."""

Event = dict[str, Any]
Template = tuple[Path, tuple[Event, ...]]
"""A folder with a log, and the events in it."""


class LostError(AssertionError):
    """The program broke its promise; the text says how."""


@dataclass(frozen=True, slots=True)
class Hinge:
    """The program on one home. `variant` names a deliberately broken build."""

    home: Path
    variant: str | None = None
    now: str = NOW

    @property
    def program(self) -> tuple[str, ...]:
        """Return the words that start it."""
        if self.variant is None:
            return sys.executable, "-m", "hingecli"
        return sys.executable, str(BROKEN), self.variant

    @property
    def environment(self) -> Mapping[str, str]:
        """Return the environment: nothing of the developer's own."""
        return {
            **{name: os.environ[name] for name in NEEDED_TO_START if name in os.environ},
            "PYTHONPATH": str(SOURCE),
            "HINGE_HOME": str(self.home),
            "HINGE_NOW": self.now,
            "LC_ALL": "C.UTF-8",
            "PYTHONIOENCODING": "utf-8",
        }

    def start(
        self, *words: str, wrap: Sequence[str] = (), **told: Any
    ) -> "subprocess.Popen[bytes]":
        """Start a command and do not wait for it."""
        streams: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
        }
        return subprocess.Popen(
            [*wrap, *self.program, *words], env=self.environment, **(streams | told)
        )

    def run(self, *words: str, wrap: Sequence[str] = (), **told: Any) -> "Answer":
        """Run a command to its end."""
        return finish(self.start(*words, wrap=wrap, **told))

    def log(self, id_: str | None = None, *words: str) -> "Answer":
        """Log a session."""
        return self.run("log", *(words or ("wall", "12")), "--id", id_ or new_id())

    def events(self) -> tuple[Event, ...]:
        """List all events, as `export` gives them. Raises LostError if it cannot."""
        answer = self.run("export") if self.variant else self._read("export")
        if answer.code != 0:
            raise LostError(f"export: exit {answer.code}: {answer.err}")
        return tuple(json.loads(answer.out)["events"])

    def _read(self, *words: str) -> "Answer":
        """Run a command that only reads, in this process: a new one costs a quarter of a second."""
        environment = {"HINGE_HOME": str(self.home), "HINGE_NOW": self.now}
        done = CliRunner().invoke(root, list(words), env=environment, prog_name="hinge")
        return Answer(code=done.exit_code, out=done.stdout, err=done.stderr)


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended; a negative code is a signal."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Tally:
    """Counts for the table at the end: trials, those killed in mid-flight, promises broken."""

    trials: Counter[str] = field(default_factory=Counter)
    midflight: Counter[str] = field(default_factory=Counter)
    acknowledged: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, *, midflight: bool = False, acknowledged: bool = False) -> None:
        """Count one trial."""
        self.trials[name] += 1
        self.midflight[name] += midflight
        self.acknowledged[name] += acknowledged


@dataclass(frozen=True, slots=True)
class Case:
    """A command that writes, and the kinds of the events it must add, all or none."""

    name: str
    words: tuple[str, ...]
    adds: tuple[str, ...]
    retry: bool = False
    variant: str | None = None


def new_id() -> str:
    """Return a fresh session id."""
    return uuid.uuid4().hex


def finish(process: "subprocess.Popen[bytes]", *, patience: float = 60) -> Answer:
    """Wait for a command's end."""
    out, err = process.communicate(timeout=patience)
    return Answer(
        code=process.returncode,
        out=(out or b"").decode("utf-8", "replace"),
        err=(err or b"").decode("utf-8", "replace"),
    )


def filled(home: Path, *, sessions: int = 4) -> tuple[Event, ...]:
    """Make a log with a few sessions; give its events."""
    hinge = Hinge(home)
    for number in range(sessions):
        must(hinge.log(f"{number:032x}", "wall", f"{12 + number}"))
    return hinge.events()


def grown(home: Path, *, sessions: int) -> tuple[Event, ...]:
    """Make a log with many sessions by one import, so that a write takes its time."""
    file = home.with_name(f"{home.name}.csv")
    rows = [f"2026-02-01,wall-hinge,10,{'word ' * 30}{n}" for n in range(sessions)]
    file.write_text("\n".join(("date,drill,reps,note", *rows)))
    must(Hinge(home).run("import", str(file), "--apply"))
    return Hinge(home).events()


def must(answer: Answer) -> Answer:
    """Expect success."""
    if answer.code != 0:
        raise LostError(f"exit {answer.code}: {answer.err}")
    return answer


def cases(folder: Path, events: Sequence[Event]) -> tuple[Case, ...]:
    """Return every command that writes, against a log with `events`."""
    first = next(event["id"] for event in events if event["kind"] == "session")
    file = folder / "other.json"
    others = [
        {**events[0], "id": new_id(), "seq": 50 + n, "sitting": new_id(), "cmd": "other"}
        for n in range(3)
    ]
    file.write_text(json.dumps({"schema": 1, "events": others}))
    return (
        Case("log", ("log", "wall", "12", "--id", new_id()), ("session",), retry=True),
        Case("edit", ("edit", first, "9/10"), ("session-edited",)),
        Case("undo", ("undo",), ("undone",)),
        Case("delete", ("delete", first), ("session-deleted",)),
        Case("import", ("import", str(file), "--apply"), ("imported", *["session"] * 3)),
        Case("migration", ("log", "wall", "12"), ("session",), variant="migrating"),
    )


def judge(
    hinge: Hinge,
    *,
    before: Sequence[Event],
    adds: Sequence[str],
    answer: Answer,
    next_log: bool = True,
) -> None:
    """Check the invariant after one trial. Raises LostError."""
    if "Traceback" in answer.err:
        raise LostError(f"a traceback: {answer.err}")
    after = hinge.events()
    added = check_listing(before, after)
    kinds = sorted(event["kind"] for event in added)
    if kinds not in ([], sorted(adds)):
        raise LostError(f"half a command: {kinds} of {sorted(adds)}")
    if answer.code == 0 and not kinds:
        raise LostError(f"acknowledged and lost: {sorted(adds)}")
    if next_log:
        id_ = new_id()
        must(hinge.log(id_))
        again = hinge.events()
        check_listing(after, again)
        if id_ not in {event["id"] for event in again}:
            raise LostError("the next log was acknowledged and lost")


def check_listing(before: Sequence[Event], after: Sequence[Event]) -> list[Event]:
    """Check that all of `before` is in `after`, nothing twice; give what is new."""
    ids = Counter(event["id"] for event in after)
    twice = [id_ for id_, count in ids.items() if count > 1]
    if twice:
        raise LostError(f"twice: {twice}")
    now = {event["id"]: event for event in after}
    for event in before:
        if now.get(event["id"]) != event:
            raise LostError(f"lost or changed: {event}")
    known = {event["id"] for event in before}
    return [event for event in after if event["id"] not in known]


def copied(template: Path, home: Path) -> Path:
    """Return a fresh copy of a home."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(template, home)
    return home


def crowd(
    hinge: Hinge, *, writers: int, each: int, also: Callable[[int], tuple[str, ...]] | None = None
) -> tuple[int, int]:
    """Let `writers` log `each` sessions at once; give how many were acknowledged and are there.

    `also` gives a further command to run beside the log of that number.
    """
    acknowledged: set[str] = set()
    for _ in range(each):
        ids = [new_id() for _ in range(writers)]
        running = [(id_, hinge.start("log", "wall", "12", "--id", id_)) for id_ in ids]
        beside = [hinge.start(*also(number)) for number in range(writers)] if also else []
        for id_, process in running:
            answer = finish(process)
            if "Traceback" in answer.err:
                raise LostError(answer.err)
            if answer.code == 0:
                acknowledged.add(id_)
        for process in beside:
            if "Traceback" in finish(process).err:
                raise LostError("a traceback beside")
    events = hinge.events()
    check_listing((), events)
    return len(acknowledged), len(acknowledged & {event["id"] for event in events})
