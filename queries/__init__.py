"""Saved Cypher queries with a header each, the runner that gives them values, and questions in one's own words."""
