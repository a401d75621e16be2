"""Tab behind an option's `=`, as in `--goal=str`: shells part that word differently.

bash hands over the sign as a word of its own, which hides the option from Typer; zsh and fish leave
the word whole, so that what is offered has to begin with the option. Imported when Tab asks.
"""

from typing import ClassVar

from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
)

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


class BehindEquals(ShellComplete):
    """Completes as the class beside it does, and behind the sign."""

    parts_words: ClassVar[bool] = False

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what is offered for the word under way."""
        option, sign, _ = incomplete.partition("=")
        offered = super().get_completions([word for word in args if word != "="], incomplete)
        if self.parts_words or not (sign and option.startswith("--")):
            return offered
        return [CompletionItem(f"{option}={item.value}", help=item.help) for item in offered]


def teach() -> None:
    """Let each shell that Typer knows complete behind the sign too."""
    for shell in SHELLS:
        known = get_completion_class(shell)
        if known is not None and not issubclass(known, BehindEquals):
            own = {"parts_words": shell == "bash"}
            add_completion_class(type(known.__name__, (BehindEquals, known), own), shell)
