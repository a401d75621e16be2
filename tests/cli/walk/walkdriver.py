"""Runs a walk as `hinge today` does, on a clock that runs `argv[1]` times as fast."""

import sys
import time

from hingecli.app import App
from hingecli.cli.walk import run
from hingecli.cli.walk.plan import Options
from hingecli.coach.day.card import compose
from hingecli.coach.day.decide import decide
from hingecli.errors import HingeError


def main() -> int:
    speed, plain, film = float(sys.argv[1]), "plain" in sys.argv, "film" in sys.argv
    began = time.monotonic()
    app = App(plain=plain)
    decision = decide(app.state)
    page = app.page(decision.blocks[0].drill)
    today = compose(decision, app.index, page=page, mistakes=app.mistakes, cues=app.cues)
    options = Options(
        clock=lambda: began + (time.monotonic() - began) * speed,
        film_s=10 if film else 0,
        voice=None if "voice" in sys.argv else False,
    )
    try:
        run(app, decision, today, options=options)
    except HingeError as error:
        sys.stderr.write(f"hinge: {error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
