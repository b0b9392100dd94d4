"""A `Graph` value as a picture: pyvis builds the network, its bundled vis-network draws it, nothing comes from outside."""
