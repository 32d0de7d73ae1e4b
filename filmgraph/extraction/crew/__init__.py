"""Credits of crew and companies that labels, blocks and lines give."""
