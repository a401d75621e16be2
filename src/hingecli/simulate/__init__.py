"""Virtual learners that live through the coach, to test its rules over a year.

Owns the learners, their lives, and what is checked on each of their days. The coach that they
meet is the real one; randomness comes from a seed.
"""

from hingecli.simulate.crowd import make_learner
from hingecli.simulate.learner import Learner
from hingecli.simulate.life import Life, live
from hingecli.simulate.report import SimulationReport, simulate, summarize

__all__ = ["Learner", "Life", "SimulationReport", "live", "make_learner", "simulate", "summarize"]
