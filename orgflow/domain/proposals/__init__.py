"""Rules of the concept 'proposals'."""
