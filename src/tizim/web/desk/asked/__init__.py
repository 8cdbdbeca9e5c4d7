"""What was asked of whom, and the answer or the silence, at the desk."""
