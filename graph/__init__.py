"""What the graph holds and where it is kept. Knows nothing of the wording of notices."""
