"""The reading desk: documents that wait, one document with its proposals, decisions on them."""
