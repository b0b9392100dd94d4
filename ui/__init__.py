"""The faces for people: terminal, page, files."""
