"""The records in the form the guard compares with, and which of them an address imitates."""
