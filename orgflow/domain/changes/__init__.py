"""Rules of the concept 'changes'."""
