"""Whether the product works: for load balancers and people on call."""
