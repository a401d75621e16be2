"""The protocol's files, read into the coach's values.

Owns where the bundled protocol lies and how each file is read. Finding every problem of a
protocol is `content.check`, which `hinge today` on the bundled one never imports.
"""

from hingecli.content.reading import (
    bundled,
    lesson_titles,
    load_cues,
    load_lesson,
    load_mistakes,
    load_page,
    load_protocol,
)

__all__ = [
    "bundled",
    "lesson_titles",
    "load_cues",
    "load_lesson",
    "load_mistakes",
    "load_page",
    "load_protocol",
]
