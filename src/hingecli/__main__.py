"""The entry: `hinge` and `python -m hingecli`."""

import atexit
import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    # The process is short-lived: collecting cycles among ten years of events only costs time.
    gc.disable()
    _open_missing_streams()
    try:
        from hingecli.cli.root import root

        root(prog_name="hinge")
    except SystemExit as leaving:
        _leave(leaving.code)
    except KeyboardInterrupt:
        _leave(130)
    _leave(0)


def _open_missing_streams() -> None:
    """Stand in for streams that the caller closed, so that no file of ours gets their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _leave(code: object) -> NoReturn:
    """Do what Python does at its end, but for taking every object apart: a tenth of the time.

    What cannot be printed any more changes nothing: it was told where it happened.
    """
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


if __name__ == "__main__":
    main()
