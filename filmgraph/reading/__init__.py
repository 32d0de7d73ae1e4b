"""From files to documents: text, blocks and rows, with exact offsets."""
