"""Criteria at the desk: sets with sources, what assessors found of a person, what groups say."""
