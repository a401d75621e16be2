"""hinge: a practice coach in the terminal that teaches the hip hinge."""

__version__ = "0.1.0"
