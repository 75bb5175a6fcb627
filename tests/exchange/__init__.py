"""Tests of the exchange with spreadsheets and linked data."""
