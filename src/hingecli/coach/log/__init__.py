"""What happened: the events, the sessions made of them, the counts of a day."""
