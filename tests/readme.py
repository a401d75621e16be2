"""Runs the README's examples: as a script it writes their output anew, `test_readme` compares.

A block that begins with ```console holds commands after `$ ` and what they print. A comment
`<!-- now: TIME -->` sets the clock for the blocks after it. A lone `…` stands for any further
lines. Ids of sessions are random: they are compared, and typed, by their place.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

README = Path(__file__).parent.parent / "README.md"
HOME_SHOWN = "~/.local/share/hinge"
MORE = "…"

_BLOCK = re.compile(r"```console\n(.*?)```", re.S)
_NOW = re.compile(r"<!-- now: (\S+) -->")
_ID = re.compile(r"(?<= · )[0-9a-f]{6}$", re.M)


class Example(NamedTuple):
    """A command of the README at a time, and what the README says that it prints."""

    now: str
    command: str
    output: str

    @property
    def head(self) -> int | None:
        """How many lines are shown before the rest is left out; None for all."""
        lines = self.output.splitlines()
        return len(lines) - 1 if MORE in lines[-1:] else None


class Runner:
    """Runs examples one after the other, in one fresh home."""

    def __init__(self, folder: Path) -> None:
        """Work in `folder`."""
        self.folder = folder
        self.home = folder / "home"
        self.ids: dict[str, str] = {}
        """The ids of this run, by those in the README."""

    def run(self, example: Example) -> str:
        """Return what the example prints, with the README's ids where it shows some."""
        command = example.command
        for shown_id, real_id in self.ids.items():
            command = command.replace(shown_id, real_id)
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("HINGE_")
            and name not in ("COLUMNS", "FORCE_COLOR", "ACCESSIBLE")
        }
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env={
                **clean,
                "HINGE_HOME": str(self.home),
                "HINGE_NOW": example.now,
                "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
                "PYTHONUTF8": "1",
                "TERM": "xterm",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        printed = _trimmed(done.stdout.replace(str(self.home), HOME_SHOWN))
        if example.head is not None:
            printed = "\n".join([*printed.splitlines()[: example.head], MORE])
        shown, real = _ID.findall(example.output), _ID.findall(printed)
        if len(shown) == len(real):
            self.ids.update(zip(shown, real, strict=True))
        names = {value: key for key, value in self.ids.items()}
        return _ID.sub(lambda found: names.get(found[0], found[0]), printed)


def examples(text: str) -> Iterator[Example]:
    """Return the examples of a README in order."""
    for block in _BLOCK.finditer(text):
        now = _NOW.findall(text, 0, block.start())[-1]
        for part in re.split(r"^\$ ", block[1], flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            yield Example(now, command, _trimmed(output))


def written(text: str, runner: Runner) -> str:
    """Return the README with what its examples print now."""
    found = examples(text)

    def anew(block: re.Match[str]) -> str:
        parts = []
        for _ in re.findall(r"^\$ ", block[1], flags=re.M):
            example = next(found)
            parts.append("\n".join(filter(None, (f"$ {example.command}", runner.run(example)))))
        return "```console\n" + "\n\n".join(parts) + "\n```"

    return _BLOCK.sub(anew, text)


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        README.write_text(written(README.read_text("utf-8"), Runner(Path(place))), "utf-8")
