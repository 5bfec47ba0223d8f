"""Live: a published site, read over the network within limits, as different visitors."""
