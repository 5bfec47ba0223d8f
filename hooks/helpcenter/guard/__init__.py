"""Guard: is every address that a reader or a machine could reach one of our records?"""
