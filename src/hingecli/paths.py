"""Says where the log lives, and what a folder's name as typed means. Makes no folder."""

import os
from pathlib import Path

from hingecli.errors import UsageError

APP = "hinge"


def home_folder(given: str | None) -> Path:
    """Return the folder of the log: the one given, else HINGE_HOME, else the system's place.

    Raises UsageError.
    """
    folder = given or os.environ.get("HINGE_HOME")
    if folder:
        return typed_path(folder).absolute()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False, ensure_exists=False)


def whole_path(path: Path) -> str:
    """Return the whole of `path` as it is shown, the person's home as `~`."""
    whole = path.absolute()
    try:
        return str(Path("~", whole.relative_to(Path.home())))
    except (ValueError, RuntimeError):  # not in the home, or nobody knows where that is
        return str(whole)


def typed_path(typed: str | Path) -> Path:
    """Return the path that was typed, `~` being a home. Raises UsageError if it is nobody's."""
    try:
        return Path(typed).expanduser()
    except RuntimeError as error:
        raise UsageError(
            f'"{typed}" names the home of a user who is not known here. Write the whole path.'
        ) from error
