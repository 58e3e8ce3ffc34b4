"""Teaches the reading network: minutes on a processor, in a process of its own (JAX).

The product only runs the result.
"""
