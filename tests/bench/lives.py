"""Prints a digest of every decision of simulated lives: a change of structure leaves it as it is.

Usage: python tests/bench/lives.py [LIVES [WEEKS]]   (300 lives of 52 weeks by default)

Takes in all of `today`'s JSON on each day of each life, and `progress`, `plan`, `trends` and
every `why` at its end. Two checkouts that print the same decided the same.
"""

import hashlib
import sys
from functools import partial
from multiprocessing import Pool
from random import Random

import msgspec

from hingecli.coach.day.card import compose, today_json
from hingecli.coach.day.draft import main_drill
from hingecli.coach.fold import begin
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import plan
from hingecli.coach.report.progress import progress
from hingecli.coach.report.trends import trends
from hingecli.coach.report.why import why_day, why_drill, why_json
from hingecli.coach.results import Decision
from hingecli.coach.state.state import State
from hingecli.content import bundled, load_cues, load_mistakes, load_page, load_protocol
from hingecli.simulate.crowd import make_learner
from hingecli.simulate.life import live
from hingecli.simulate.report import FIRST_DAY


def main() -> None:
    """Print one digest for all lives."""
    words = (int(word) for word in sys.argv[1:])
    lives, weeks = next(words, 300), next(words, 52)
    with Pool() as pool:
        digests = pool.map(partial(digest_of_life, weeks=weeks), range(lives), chunksize=5)
    whole = hashlib.sha256("".join(digests).encode()).hexdigest()
    print(f"{lives} lives of {weeks} weeks: {whole}")


def digest_of_life(number: int, *, weeks: int) -> str:
    """Live one life, and return the digest of all that was decided and told in it."""
    root = bundled()
    index, mistakes, cues = load_protocol(root), load_mistakes(root), load_cues(root)
    pages = {rung.id: load_page(root, rung.id) for rung in index.ladder}
    digest, ends = hashlib.sha256(), begin(Index(index.protocol))

    def take(state: State, decision: Decision) -> None:
        nonlocal ends
        ends = state
        main = main_drill(decision.blocks)
        page = None if main is None else pages[main]
        card = compose(decision, index, page=page, mistakes=mistakes, cues=cues)
        digest.update(msgspec.json.encode(today_json(card)))

    random = Random(f"1/{number}")
    live(
        index,
        make_learner(random),
        days=7 * weeks,
        start=FIRST_DAY,
        random=random,
        on_day=take,
    )
    told = [progress(ends), plan(ends), trends(ends), why_json(why_day(ends))]
    told += [why_json(why_drill(ends, rung.id)) for rung in index.ladder]
    digest.update(msgspec.json.encode(told))
    return digest.hexdigest()


if __name__ == "__main__":
    main()
