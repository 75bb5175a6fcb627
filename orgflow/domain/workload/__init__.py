"""How much work a unit has, counted, and how many posts it needs."""
