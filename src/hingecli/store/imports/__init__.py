"""Files that are to be brought in: our own, another machine's, other loggers'.

Owns what a file is, what it holds, and what of that is new to the log. Writes nothing.
"""
