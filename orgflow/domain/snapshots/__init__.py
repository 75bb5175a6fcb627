"""Rules of the concept 'snapshots'."""
