"""What a proposal rests on: counts, partners, precedents, each with its source."""
