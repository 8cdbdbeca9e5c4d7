"""A published list as pages that need neither script nor server: from a folder, a memory stick, over Tor."""
