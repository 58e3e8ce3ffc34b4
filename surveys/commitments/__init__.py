"""Acts: plan commitments, actions, you said - we did."""
