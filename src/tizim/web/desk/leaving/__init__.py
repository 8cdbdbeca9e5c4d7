"""What may leave the house, at the desk: decisions on people and documents, the gate, finished releases."""
