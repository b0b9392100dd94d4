"""Text without meaning: folding, offsets, lines, numerals and dates."""
