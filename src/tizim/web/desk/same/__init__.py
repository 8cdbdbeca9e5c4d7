"""Same or different: the pairs in doubt, what a judgement would change, judgements and their undoing."""
