"""What all readings stand on: folding, canonical forms, patterns sought together, bounds."""
