"""What templates say in the field's words."""
