"""Use cases: permission, transaction, audit; about ten lines each."""
