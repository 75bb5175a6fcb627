"""Rules of the concept 'access'."""
