"""From names as written to things of the world: regions, bodies, documents, copies."""
