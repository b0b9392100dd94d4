"""The graph in open formats. Every writer takes a stream and holds no more than a batch of it."""
