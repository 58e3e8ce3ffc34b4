"""Teaches the reading network: from half an hour to hours on a processor, in a process of its own (JAX).

The product only runs the result.
"""
