"""The screens, a module for each: what was asked is read, one room is asked, the answer is drawn."""
