"""A clip, read into a pose track: the only package that knows OpenCV and numpy.

Imported by `hinge film` alone, when a clip is to be read. What a track means is `motion.film`.
"""
