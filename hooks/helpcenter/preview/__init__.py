"""A preview that is saved again and again: open pages first, then the rest of the site."""
