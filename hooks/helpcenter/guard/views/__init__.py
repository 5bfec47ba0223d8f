"""The same text as it can be decoded, with the way back to the raw file."""
