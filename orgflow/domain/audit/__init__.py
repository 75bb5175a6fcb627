"""Rules of the concept 'audit'."""
