"""Live: a published site, read over the network within bounds, as different visitors."""
