"""The log on disk: the only package that knows TinyDB, the lock, and how to lose nothing.

Owns reading, appending, damage, copies, snapshots and repair. Decides nothing about training.
"""

from hingecli.store.eventlog import EventLog, Reading, Written

__all__ = ["EventLog", "Reading", "Written"]
