"""Rules of the concept 'options'."""
