"""Rules of the concept 'organisation'."""
