"""Report: findings for people, for other tools, and in the builder's log."""
