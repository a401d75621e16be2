"""A state made into everything else that is asked of it."""
