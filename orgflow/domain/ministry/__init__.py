"""The round trip with the ministry: sendings, incoming letters, what was asked, and what was granted."""
