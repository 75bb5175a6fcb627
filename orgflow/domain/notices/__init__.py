"""Rules of the concept 'notices'."""
