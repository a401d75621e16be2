"""Says in one line what Typer found wrong with the words typed: what, and what to type.

Made from what an error carries, an option or a parameter; Typer's own sentences are not read.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer import TyperException

from hingecli.cli.whole import Whole
from hingecli.text import typed_line

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

OWN_WORDS = "hingecli.own-words"
"""Where the context keeps the words behind the command's name, options among them."""


def usage_sentence(error: TyperException, *, path: str) -> str:
    """Return a usage error as a sentence, with the command's help to turn to.

    `path` names the command where the error does not.
    """
    ctx: Context | None = getattr(error, "ctx", None)
    path = getattr(ctx, "command_path", path)
    help_ = f"{path} --help"
    option: str | None = getattr(error, "option_name", None)
    if option is not None and hasattr(error, "possibilities"):
        if option[1:].isdigit():
            return f"{option}: a number here is 0 or more. {help_} shows how."
        named = {name.lstrip("-"): name for name in _options(ctx)}
        hint = nearest(option.lstrip("-"), named, shown=named) or f"{help_} lists them."
        return f"{path} has no option {option}. {hint}"
    parameter: Parameter | None = getattr(error, "param", None)
    if option is not None:
        what = _ill_used(option, ctx)
    elif parameter is None:
        what = f"{path} does not take these words"
    elif hasattr(error, "param_type"):
        what = f"{path} needs {_name(parameter)} behind it"
    else:
        what = _ill_valued(parameter, ctx)
    return f"{what}. {help_} shows how."


def left_over(ctx: "Context", rest: Sequence[str]) -> str:
    """Return a sentence about words that a command does not take, with the option they are for."""
    path, said = ctx.command_path, " ".join(rest)
    options = set(_options(ctx))
    behind: tuple[str, ...] = ()
    if f"--{rest[0].lower()}" in options:
        behind = (f"--{rest[0].lower()}", *rest[1:])
    elif "--limit" in options and said.isdecimal():
        behind = ("--limit", said)
    elif "--since" in options and _is_day(said):
        behind = ("--since", said)
    if behind:
        return f'{path} does not take "{said}". Write {typed_line((*path.split(), *behind))}'
    return f'{path} does not take "{said}". {path} --help shows how.'


def nearest(word: str, known: Iterable[str], *, shown: Mapping[str, str] | None = None) -> str:
    """Return the question whether one like `word` was meant; "" if there is none.

    `shown` are the `known` words as they are written, where that is otherwise.
    """
    near = get_close_matches(word.lower(), tuple(known), n=3, cutoff=0.6)
    words = [shown[name] if shown else name for name in near]
    return f"Did you mean {' or '.join(words)}?" if words else ""


def _is_day(said: str) -> bool:
    from hingecli.coach.parse.beside import is_day

    return is_day(said)


def _options(ctx: "Context | None") -> list[str]:
    if ctx is None:
        return []
    options = ctx.command.get_params(ctx)
    return [name for option in options for name in option.opts if name.startswith("--")]


def _ill_used(option: str, ctx: "Context | None") -> str:
    for parameter in ctx.command.get_params(ctx) if ctx is not None else ():
        if option in (*parameter.opts, *parameter.secondary_opts):
            flag = getattr(parameter, "is_flag", False)
            return f"{option} {'takes no value' if flag else 'needs a value behind it'}"
    return f"{option} lacks its value, or takes none"


def _ill_valued(parameter: "Parameter", ctx: "Context | None") -> str:
    value = _typed(parameter, ctx)
    shown = f'"{value}"' if value is not None else "this value"
    name, kind = _name(parameter), parameter.type
    choices: Iterable[object] | None = getattr(kind, "choices", None)
    if choices is not None:
        known = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
        return f"{name}: {shown} is none of: {known}"
    reads = getattr(kind, "func", None)
    if isinstance(reads, Whole):
        bounds = f"{'' if reads.most is None else 'from '}{reads.bounds}"
        if value is not None and _is_whole(value):
            return f"{name}: {value} is not {bounds}"
        of = " of" if reads.most is None else ""
        return f"{name}: {shown} is not a whole number{of} {bounds}"
    if kind.name.startswith("int"):
        return f"{name}: {shown} is not a whole number"
    return f"{name}: {shown} cannot be read"


def _typed(parameter: "Parameter", ctx: "Context | None") -> str | None:
    """Return what was typed for `parameter`, before anything was made of it."""
    words = ctx.meta.get(OWN_WORDS) if ctx is not None else None
    if ctx is None or words is None:
        return None
    values, _, _ = ctx.command.make_parser(ctx).parse_args(args=list(words))
    value = values.get(str(parameter.name))
    return value if isinstance(value, str) else None


def _is_whole(text: str) -> bool:
    return text.strip().lstrip("+-").isdecimal()


def _name(parameter: "Parameter") -> str:
    if parameter.param_type_name == "option":
        return max(parameter.opts, key=len)
    return parameter.metavar or str(parameter.name).upper()
