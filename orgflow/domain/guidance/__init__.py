"""Rules of the concept 'guidance'."""
