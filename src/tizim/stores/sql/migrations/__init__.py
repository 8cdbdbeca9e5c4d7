"""The history of the tables, made by Django."""
