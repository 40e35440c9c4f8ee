"""The composition root: the one clock, the one pair of dice, every framework."""
