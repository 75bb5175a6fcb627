"""Rules of the concept 'notes'."""
