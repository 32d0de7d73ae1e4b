"""Letters, words, sentences and lines: what a page is made of before anything is known of films."""
