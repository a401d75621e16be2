"""The most memory that an import takes, whatever the file: measured, in the real program."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from systems import WINDOWS

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(WINDOWS, reason="Windows tells no peak of a child"),
]

MOST_MB = 200


MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, code)
"""
"""Between us and the program: a child's peak begins with what its parent holds."""


def peak_mb(folder: Path, file: Path, *words: str) -> tuple[float, int]:
    """Return the peak of an import in MB, and its exit code."""
    environ = {**os.environ, "HINGE_HOME": str(folder / "home"), "HINGE_NOW": "2026-11-30T10:00"}
    program = (sys.executable, "-m", "hingecli", "import", str(file), *words)
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, *program],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    peak, code = map(int, measured.stdout.split())
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), code


def dated(number: int) -> str:
    return f"20{10 + number // 3000 % 16:02d}-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"


def ours() -> str:
    rows = (f"{dated(n)},kb,{1 + n // 400 % 30},16\n" for n in range(20_000))
    return "date,drill,reps,load_kg\n" + "".join(rows)


def strong() -> str:
    rows = (
        f"{dated(n)} 07:10:05,A,Deadlift (Barbell),{n % 5},62.5,5,7.5,note {n}\n"
        for n in range(80_000)
    )
    return "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,RPE,Notes\n" + "".join(rows)


EVENT = (
    '{{"kind":"session","id":"{0:032x}","seq":{0},"cmd":"c","at":"{1}T07:00:00+01:00",'
    '"day":"{1}","recorded":"2026-01-05T07:00:00+01:00","sitting":"{0:032x}",'
    '"body":{{"sets":[{{"drill":"wall-hinge","reps":10,"clean":10}}]}}}}'
)


def export() -> str:
    rows = (EVENT.format(n, dated(n)) for n in range(1, 35_000))
    return '{"schema":2,"events":[\n' + ",\n".join(rows) + "\n]}"


@pytest.mark.parametrize(
    ("name", "text"), [("ours.csv", ours), ("strong.csv", strong), ("export.json", export)]
)
def test_many_good_rows(tmp_path: Path, name: str, text: Callable[[], str]) -> None:
    file = tmp_path / name
    file.write_text(text(), "utf-8")

    first, again = peak_mb(tmp_path, file, "--apply"), peak_mb(tmp_path, file)

    assert (first[1], again[1]) == (0, 0)
    assert max(first[0], again[0]) < MOST_MB


def test_two_gigabytes_of_nothing(tmp_path: Path) -> None:
    file = tmp_path / "big.csv"
    with file.open("wb") as sparse:
        sparse.truncate(2_000_000_000)

    mb, code = peak_mb(tmp_path, file)

    assert (mb < MOST_MB, code) == (True, 2)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("lines.csv", lambda: b"date,drill,reps\n" + b"a\n" * 99_000),
        ("emoji.csv", lambda: ("date,drill,reps\n" + "x,wall,1 \U0001f600\n" * 90_000).encode()),
        ("one-line.csv", lambda: b"a," * 4_900_000),
        ("nul.csv", lambda: b"\0" * 9_900_000),
        ("wide.csv", lambda: b"date,drill,reps\n" + (b"," * 900_000 + b"\n") * 10),
        ("open.csv", lambda: b"date,drill,reps\n" + b'2026-01-01,wall,"1\n' * 99_000),
        ("objects.json", lambda: b'{"schema":2,"events":[' + b"{}," * 300_000 + b"{}]}"),
        ("numbers.json", lambda: b'{"schema":2,"events":[' + b"1," * 900_000 + b"1]}"),
        ("text.json", lambda: b'{"schema":2,"events":["' + b"x" * 9_900_000 + b'"]}'),
        ("meta.json", lambda: b'{"_meta":{"1":{"sha256":"' + b"x" * 9_900_000),
        (
            "keys.json",
            lambda: b'{"events":{' + b",".join(b'"%d":1' % n for n in range(800_000)) + b"}}",
        ),
    ],
)
def test_files_made_to_cost_memory(tmp_path: Path, name: str, data: Callable[[], bytes]) -> None:
    file = tmp_path / name
    file.write_bytes(data())

    mb, code = peak_mb(tmp_path, file)

    assert mb < MOST_MB
    assert code in (0, 2, 5)
