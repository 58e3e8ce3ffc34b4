"""A made-up world built through the services; for development and benchmarks only."""
