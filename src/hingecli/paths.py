"""Says where the log lives. Makes no folder."""

import os
from pathlib import Path

APP = "hinge"


def home_folder(given: str | None) -> Path:
    """Give the folder of the log: the one given, else HINGE_HOME, else the system's place."""
    told = given or os.environ.get("HINGE_HOME")
    if told:
        return Path(told).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False, ensure_exists=False)
