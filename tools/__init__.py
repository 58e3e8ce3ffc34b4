"""What makes the project run on somebody's own machine: set up, start, test, stop."""
