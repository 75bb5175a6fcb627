"""The tests, one folder a floor of the house."""
