"""The records as the guard compares with them, and which of them an address imitates."""
