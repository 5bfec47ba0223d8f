"""Contents of files that are not text: pictures, documents, archives, drawn text."""
