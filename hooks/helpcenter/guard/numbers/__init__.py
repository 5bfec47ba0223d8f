"""Numbers and symbols that are said in words, by sound, by custom or in scattered groups."""
