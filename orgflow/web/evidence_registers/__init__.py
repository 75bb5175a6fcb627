"""Data dukung: the registers of media, counts and precedents, and what a proposal rests on."""
