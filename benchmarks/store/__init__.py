"""How fast and how sure the graph store is."""
