"""Ground: durable messages; the row is the truth, the queue is a bell."""
