"""Rules of the concept 'meetings'."""
