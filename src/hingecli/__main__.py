"""The entry: `hinge` and `python -m hingecli`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    # The process is short-lived: collecting cycles among ten years of events only costs time.
    gc.disable()
    _open_missing_streams()
    try:
        from hingecli.cli.root import root

        root(prog_name="hinge")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        _flush()


def _open_missing_streams() -> None:
    """Stand in for streams that the caller closed, so that no file of ours gets their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _flush() -> None:
    """Flush what is left; a reader who has gone is no failure, a full device was told already."""
    from hingecli.cli.group import leave_stdout

    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        leave_stdout()


if __name__ == "__main__":
    main()
