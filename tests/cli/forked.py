"""The program in a pseudo-terminal, forked from these tests: all that it imports is there already.

Owns nothing of Python's own start: what a fresh process does is for others to prove.
"""

import atexit
import os
import select
import signal
import sys
import termios
import time
from collections.abc import Mapping
from typing import NoReturn

from hingecli.__main__ import main


def in_a_terminal(
    words: tuple[str, ...],
    environment: Mapping[str, str],
    *,
    typed: str,
    rows: int,
    columns: int,
    patience_s: float,
) -> tuple[int, str]:
    """Return the exit code and all that is printed, without an echo of what is typed ahead."""
    near, far = os.openpty()
    termios.tcsetwinsize(far, (rows, columns))
    settings = termios.tcgetattr(far)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(far, termios.TCSANOW, settings)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _become(words, environment, far)
    os.close(far)
    try:
        os.write(near, typed.encode())
        printed = _all_of(near, time.monotonic() + patience_s)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(near)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), printed.decode()


def _all_of(terminal: int, until: float) -> bytes:
    """Read to the end, which Linux calls an error. Raises TimeoutError."""
    read = b""
    while select.select([terminal], [], [], max(until - time.monotonic(), 0))[0]:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            return read
        if not more:
            return read
        read += more
    raise TimeoutError(read.decode("utf-8", "replace"))


def _become(words: tuple[str, ...], environment: Mapping[str, str], terminal: int) -> NoReturn:
    """Be the program on that terminal, with nothing to do at the end for who forked it."""
    try:
        os.login_tty(terminal)
        atexit._clear()
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["hinge", *words]
        sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8")  # noqa: SIM115
        main()
    finally:
        os._exit(70)  # only where even `main` failed
