"""The palette: a few colours that read on dark and on light screens alike.

Colour adds and never carries: every sign, bar and word says the same without it. The colours
lie near the middle of the brightness scale; a test holds each to a contrast of 3.5 or more
on black and on white.
"""

from typing import Final

TITLE: Final = "bold"
STRONG: Final = "bold"
QUIET: Final = "color(244)"
LINE: Final = "color(244)"
ACCENT: Final = "color(31)"
DOSE: Final = "bold color(31)"
GOOD: Final = "color(64)"
GOOD_STRONG: Final = "bold color(64)"
STILL: Final = "color(166)"
FOCUS: Final = "bold color(166)"
WARN: Final = "bold color(161)"
COMMAND: Final = "bold"

PALETTE: Final = (QUIET, LINE, ACCENT, DOSE, GOOD, GOOD_STRONG, STILL, FOCUS, WARN)
"""Every style that carries a colour."""
