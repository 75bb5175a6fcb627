"""The documents derived from a proposal's operations, in the office's words."""
