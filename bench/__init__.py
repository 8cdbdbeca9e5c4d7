"""Benchmarks, and the register of nobody that they run on."""
