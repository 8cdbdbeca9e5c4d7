"""The private door: the web application in which a team reads, checks, finds and answers."""
