"""What is taught, as data/ says it: phases, ladder, conditions, the figures of the rules."""
