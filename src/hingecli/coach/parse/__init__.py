"""What a person types, read into values, or refused in a sentence."""
