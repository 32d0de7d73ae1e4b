"""Credits that sentences tell: frames of a sentence, and the words of the crafts in them."""
