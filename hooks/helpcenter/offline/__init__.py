"""A copy of a built site that opens from disk, without a server."""
