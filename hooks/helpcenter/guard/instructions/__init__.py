"""Instructions by which a reader makes an address: add, remove, replace, count, work out."""
