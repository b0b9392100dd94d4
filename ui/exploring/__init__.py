"""Walking the graph: what a view shows, as steps that an address can hold, and the subgraph that they come to."""
