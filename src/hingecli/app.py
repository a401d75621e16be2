"""What a command works with: the clock, the folders, the protocol, the log and its state.

Owns how they come together, each read when it is first asked for. Decides nothing.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from hingecli.clock import read_clock
from hingecli.errors import LogError, NotSavedError, UsageError
from hingecli.paths import home_folder, typed_path

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from rich.console import Console

    from hingecli.coach.log.events import AnyEvent, DraftEvents, Header
    from hingecli.coach.log.sessions import TrainingLog
    from hingecli.coach.protocol.protocol import Index
    from hingecli.coach.protocol.texts import Cues, DrillPage, Mistakes
    from hingecli.coach.state.state import State
    from hingecli.coach.trunk import Trunk
    from hingecli.store import EventLog, Written


class Stamp:
    """Numbers the events of one command: each gets its header from here, in order."""

    def __init__(
        self, events: Iterable["AnyEvent"], *, now: datetime, today: date, day: date | None = None
    ) -> None:
        """Go on from the numbers of `events`; on another `day`, `at` is the same hour there."""
        self._seq = max([event.seq for event in events], default=0)
        self._cmd = new_id()
        self._now, self._today = now, today
        self._day = day or today

    def header(self, id_: str | None = None, *, day: date | None = None) -> "Header":
        """Return the next event's header, with a new id and the command's day unless given."""
        self._seq += 1
        day = day or self._day
        return {
            "id": id_ or new_id(),
            "seq": self._seq,
            "cmd": self._cmd,
            "at": self._now + timedelta(days=(day - self._today).days),
            "day": day,
            "recorded": self._now,
        }


class App:
    """One run of the program. `committed` says that the log has what the person asked to keep.

    `signs_above` says which signs stand on the screen already: those of an emergency, or all of
    them, those for a doctor soon too.
    """

    def __init__(
        self,
        *,
        home: str | None = None,
        protocol: str | None = None,
        plain: bool = False,
        debug: bool = False,
        words: Sequence[str] = (),
    ) -> None:
        """Take the global options; the environment stands in for those not given.

        `words` are the command as typed.
        """
        self._words = tuple(words)
        self._home = home
        self._protocol = protocol or os.environ.get("HINGE_PROTOCOL")
        self.plain = plain or os.environ.get("TERM") == "dumb" or bool(os.environ.get("ACCESSIBLE"))
        self.debug = debug
        self.committed = False
        self._trunk: Trunk | None = None
        self.signs_above: Literal["none", "emergency", "all"] = "none"

    @cached_property
    def now(self) -> datetime:
        """The moment this run began, with the offset of local time."""
        return read_clock(os.environ)

    @cached_property
    def today(self) -> date:
        """The training day of now."""
        from hingecli.coach.log.days import training_day

        return training_day(self.now)

    @cached_property
    def home(self) -> Path:
        """The folder of the log."""
        return home_folder(self._home)

    @cached_property
    def protocol_root(self) -> "Traversable":
        """The folder of the protocol: the one asked for, or the one that comes with hinge."""
        if self._protocol:
            folder = typed_path(self._protocol)
            if not folder.is_dir():
                raise UsageError(
                    f"there is no folder {folder}. --protocol names a copy of hinge's data/."
                )
            return folder
        from hingecli.content import bundled

        return bundled()

    @cached_property
    def index(self) -> "Index":
        """The protocol. Raises ProtocolError."""
        if self._protocol:
            from hingecli.content.check.check import load_checked

            return load_checked(self.protocol_root)
        from hingecli.content import load_protocol

        return load_protocol(self.protocol_root)

    @cached_property
    def log(self) -> "EventLog":
        """The log on disk."""
        from hingecli.store import EventLog

        return EventLog(self.home)

    @cached_property
    def events(self) -> tuple["AnyEvent", ...]:
        """The events of the log, in order; what is wrong with the files is told. LogError."""
        reading = self.log.read()
        self.warn(reading.warnings)
        return reading.events

    @cached_property
    def training_log(self) -> "TrainingLog":
        """What counts of the log."""
        from hingecli.coach.log.sessions import read_log

        return read_log(self.events)

    @cached_property
    def state(self) -> "State":
        """The coach's state of today."""
        return self.state_on(self.today)

    def state_on(self, day: date) -> "State":
        """Return the coach's state of `day`, from all that is in the log for the days up to it."""
        log = self.training_log
        return self.trunk(log, until=day).state_of(log, day)

    def trunk(self, *logs: "TrainingLog", until: date) -> "Trunk":
        """Return the days before `until` that `logs` share, folded; again where the last differ."""
        known = self._trunk
        if known is None or not all(known.carries(log, until=until) for log in logs):
            from hingecli.coach.trunk import Trunk, shared_days

            self._trunk = known = Trunk(self.index, shared_days(*logs, until=until))
        return known

    def page(self, drill: str) -> "DrillPage":
        """Read a drill's page."""
        from hingecli.content import load_page

        return load_page(self.protocol_root, drill)

    @cached_property
    def mistakes(self) -> "Mistakes":
        """The table of mistakes."""
        from hingecli.content import load_mistakes

        return load_mistakes(self.protocol_root)

    @cached_property
    def cues(self) -> "Cues":
        """The texts that take turns on the card."""
        from hingecli.content import load_cues

        return load_cues(self.protocol_root)

    @cached_property
    def out(self) -> "Console":
        """The console of the results."""
        from hingecli.show.console import make_console

        return make_console(plain=self.plain)

    @property
    def interactive(self) -> bool:
        """Whether there is a person to ask: a terminal on both sides."""
        return is_terminal(sys.stdin) and is_terminal(sys.stdout)

    @property
    def messages_are_seen(self) -> bool:
        """Whether messages go to a terminal, not to a file."""
        return is_terminal(sys.stderr)

    def stamp(self, events: Iterable["AnyEvent"], *, day: date | None = None) -> Stamp:
        """Return the headers for a command's events; `day` is the training day, else today."""
        return Stamp(events, now=self.now, today=self.today, day=day)

    @contextmanager
    def explaining_failure(self, retry: Callable[[], str] | None = None) -> Iterator[None]:
        """Turn a LogError into one that ends with the command to type when the log is mended.

        That is what `retry` makes, or the words typed. For commands that read the log before they
        write.
        """
        try:
            yield
        except NotSavedError:
            raise
        except LogError as error:
            from hingecli.text import typed_line

            line = retry() if retry else typed_line(("hinge", *self._words))
            if retry and self._home:
                line += f" {typed_line(('--home', self._home))}"
            raise NotSavedError(f"{error}\nNot saved. When that is mended: {line}") from error

    def record(
        self,
        draft: "DraftEvents",
        *,
        snapshot: bool = False,
        retry: Callable[[], str] | None = None,
    ) -> "Written":
        """Write the events that `draft` makes. Raises LogError, and what `draft` raises.

        A LogError ends with the command that would save the same later: the one that `retry`
        makes, or the words typed.
        """
        with self.explaining_failure(retry):
            written = self.log.append(draft, snapshot=snapshot)
        self.committed = self.committed or bool(written.added)
        for seen in ("training_log", "state"):
            self.__dict__.pop(seen, None)
        self.events = written.events
        self.warn(written.warnings)
        return written

    def warn(self, warnings: Iterable[str]) -> None:
        """Say on stderr what is wrong; nothing stops for it."""
        for warning in warnings:
            self.tell(f"hinge: {warning}")

    def tell(self, text: str) -> None:
        """Print a message to stderr, whatever becomes of it."""
        tell(text)


def tell(text: str) -> None:
    """Print a message to stderr, cleaned, line by line. A closed stderr changes nothing."""
    from hingecli.show.console import folded
    from hingecli.text import clean_lines

    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{folded(clean_lines(text), sys.stderr)}\n")
        sys.stderr.flush()


def is_terminal(stream: IO[Any] | None) -> bool:
    """Return whether `stream` is a terminal; a closed one is not, and none is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def new_id() -> str:
    """Return a fresh id for an event or a command."""
    import uuid

    return uuid.uuid4().hex
