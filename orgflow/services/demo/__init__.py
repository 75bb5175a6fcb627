"""The demo: the real case as a draft, and an invented government with finished and running roads."""
