"""What is remembered between two days."""
