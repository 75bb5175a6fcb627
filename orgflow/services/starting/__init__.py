"""What every government starts from: its kinds of unit, its rules, and how it is entered."""
