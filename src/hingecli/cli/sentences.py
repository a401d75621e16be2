"""Says in one line what Typer found wrong with the words typed: what, and what to type."""

import re
from difflib import get_close_matches

from typer import TyperException

_RANGE = re.compile(r"is not in the range (\d+)<=x<=(\d+)")


def usage_sentence(error: TyperException, *, path: str) -> str:
    """Say a usage error as a sentence, with the command's help to turn to.

    `path` names the command where the error does not.
    """
    ctx = getattr(error, "ctx", None)
    path = getattr(ctx, "command_path", path)
    help_ = f"{path} --help"
    option = getattr(error, "option_name", None)
    if option is not None and hasattr(error, "possibilities"):
        near = get_close_matches(option, _options(ctx), n=3, cutoff=0.6)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"{help_} lists them."
        return f"{path} has no option {option}. {hint}"
    message = error.format_message().strip().replace("\n", " ")
    message = message[:1].lower() + message[1:]
    message = _RANGE.sub(r"is not from \1 to \2", message)
    end = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{end} {help_} shows how."


def _options(ctx: object) -> list[str]:
    command = getattr(ctx, "command", None)
    if command is None:
        return []
    return [
        name for option in command.get_params(ctx) for name in option.opts if name.startswith("--")
    ]
