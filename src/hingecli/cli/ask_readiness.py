"""The readiness questions, asked on a terminal: what asks for a professional's yes first."""

from hingecli.cli.prompt import ask
from hingecli.coach.log.events import ReadinessResult
from hingecli.coach.parse.answers import read_yes
from hingecli.coach.parse.felt import read_sign
from hingecli.coach.protocol.parameters.safety import ScreenRule
from hingecli.text import either


def ask_readiness(rule: ScreenRule) -> ReadinessResult | None:
    """Ask the readiness questions; None when they are skipped."""
    if stop := ask(f"Is one of these true of you: {either(rule.stop_signs)}? [y/n]", read_yes):
        return "stop"
    if unloaded := ask(
        f"And one of these: {either(rule.unloaded_signs)}? [y/n]",
        lambda text: read_sign(text, counts=rule.counts_as_trouble),
    ):
        return "unloaded"
    return None if stop is None or unloaded is None else "clear"
