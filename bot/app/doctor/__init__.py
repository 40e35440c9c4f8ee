"""`rapport doctor`: looks at everything the bot needs, and changes nothing."""
