"""Prints how long each command takes, in floors. A script, no test: python tests/bench/startup.py

The floor is one process that imports Typer, rich.console, rich.table and TinyDB. Each command is
measured in turn with it, so that what else the machine does weighs on both alike. The program
runs from an installed wheel with compiled bytecode. Makes its own environment unless --python
names one in which hingecli is installed.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hingecli.coach.log.events import AnyEvent

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
FLOOR = "import typer, rich.console, rich.table, tinydb"
SIZES = (0, 3_650, 100_000)
LIMIT_MB = 400


class Row(NamedTuple):
    """A command, how it is measured, and its limit in floors for each size of the log."""

    name: str
    words: tuple[str, ...]
    limits: dict[int, float]
    writes: bool = False
    environment: Mapping[str, str] = MappingProxyType({})


def tab(line: str) -> dict[str, str]:
    """Return the environment in which bash asks what Tab offers at the end of `line`."""
    return {
        "_HINGE_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }


ROWS = (
    Row("bare python", ("-c", "pass"), {}),
    Row("mistakes", ("mistakes",), {0: 1.0, 3_650: 1.0, 100_000: 1.0}),
    Row("today (card)", ("today", "--no-walk"), {0: 1.15, 3_650: 1.5, 100_000: 10}),
    Row("today --plain", ("today", "--no-walk", "--plain"), {0: 0.9, 3_650: 1.3}),
    Row("today --json", ("today", "--json"), {0: 0.9, 3_650: 1.3}),
    Row(
        "log (user + system)",
        ("log", "wall", "3x10"),
        {0: 1.25, 3_650: 1.9, 100_000: 16},
        writes=True,
    ),
    Row("log wa<Tab>", (), {0: 0.7, 3_650: 0.7, 100_000: 0.7}, environment=tab("hinge log wa")),
    Row("edit <Tab>", (), {0: 0.7}, environment=tab("hinge edit ")),
)


class Run(NamedTuple):
    """What one process cost: seconds on the wall, seconds of processor, memory at its most."""

    wall: float
    cpu: float
    mb: float


def main() -> None:
    """Measure, and print the table."""
    options = _options()
    if options.seed is not None:
        seed(options.seed, options.home)
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        python = options.python or _install(work / "venv")
        print(f"{'floors':21}{'sessions':>9}{'wall':>9}{'cpu':>9}{'limit':>7}{'ms':>8}{'MB':>6}")
        for size in options.sizes:
            home = work / f"home-{size}"
            subprocess.run([python, __file__, "--seed", str(size), "--home", home], check=True)
            _measure(python, home, size, rounds=options.rounds if size < SIZES[-1] else 5)


def seed(sessions: int, home: Path) -> None:
    """Write a log of `sessions` sessions that ends the day before NOW, through the store."""
    if not sessions:
        return
    from hingecli.store import EventLog

    EventLog(home).append(lambda _: tuple(_events(sessions)))


def _events(sessions: int) -> "Iterator[AnyEvent]":
    import uuid
    from decimal import Decimal

    from hingecli.coach.log.events import Session, SessionBody, SetRecord

    week = (
        ("wall-hinge", 3, 12, None),
        ("dowel-hinge", 3, 12, None),
        ("kettlebell-deadlift", 4, 10, Decimal(16)),
        ("wall-hinge", 1, 20, None),
        ("romanian-deadlift", 4, 10, Decimal(12)),
        ("dowel-hinge", 3, 10, None),
        ("wall-hinge", 3, 15, None),
    )
    a_day = max(1, sessions // 10_000)
    days = -(-sessions // a_day)
    for number in range(sessions):
        at = NOW - timedelta(days=days - number // a_day)
        drill, sets, reps, load = week[(number // a_day) % len(week)]
        id_ = uuid.uuid4().hex
        record = SetRecord(drill=drill, reps=reps, clean=reps, load_kg=load)
        yield Session(
            id=id_,
            seq=number + 1,
            cmd=uuid.uuid4().hex,
            at=at,
            day=at.date(),
            recorded=at,
            sitting=id_,
            body=SessionBody(sets=(record,) * sets, effort=5),
        )


def _measure(python: Path, home: Path, size: int, *, rounds: int) -> None:
    pairs: dict[str, list[tuple[Run, Run]]] = {row.name: [] for row in ROWS}
    written = home.with_name(f"{home.name}-written")
    for turn in range(rounds + 1):
        for row in ROWS:
            if row.writes:
                shutil.rmtree(written, ignore_errors=True)
                if home.exists():
                    shutil.copytree(home, written)
            environment = {
                **os.environ,
                "HINGE_HOME": str(written if row.writes else home),
                "HINGE_NOW": NOW.isoformat(),
                **row.environment,
            }
            program = [python] if row.name == "bare python" else [python.parent / "hinge"]
            floor = _run([python, "-c", FLOOR], environment)
            cost = _run([*program, *row.words], environment)
            if turn:  # the first turn warms the caches of the disk
                pairs[row.name].append((cost, floor))
    for row in ROWS:
        _print(row, size, pairs[row.name])


def _print(row: Row, size: int, pairs: list[tuple[Run, Run]]) -> None:
    wall = statistics.median(cost.wall / floor.wall for cost, floor in pairs)
    cpu = statistics.median(cost.cpu / floor.cpu for cost, floor in pairs)
    ms = statistics.median((cost.cpu if row.writes else cost.wall) * 1000 for cost, _ in pairs)
    most = max(cost.mb for cost, _ in pairs)
    limit = row.limits.get(size)
    over = limit is not None and (cpu if row.writes else wall) > limit
    over = over or (size == SIZES[-1] and most > LIMIT_MB)
    print(
        f"{row.name:21}{size:>9}{wall:>9.2f}{cpu:>9.2f}{limit or '':>7}{ms:>8.0f}{most:>6.0f}"
        f"{'  over' if over else ''}",
        flush=True,
    )


def _run(command: list[str | Path], environment: dict[str, str]) -> Run:
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} gave {process.returncode}: {said.decode(errors='replace')}")
    return Run(wall=wall, cpu=used.ru_utime + used.ru_stime, mb=used.ru_maxrss / 1024)


def _install(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--compile", ROOT], check=True)
    return python


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--python", type=Path, help="of an environment with hingecli installed")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
