"""What files that are not text hold: pictures, documents, archives, drawn text."""
