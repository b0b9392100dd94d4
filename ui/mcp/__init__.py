"""The graph as tools for an assistant, over the Model Context Protocol: read-only, with the limits of the others."""
