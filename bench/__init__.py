"""Benchmarks: each a ratio to a peer, measured in the same run. `make bench` runs them all."""
