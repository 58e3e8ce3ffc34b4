"""The reading network: multilingual-e5-small, taught to read maternity comments, run by ONNX Runtime."""
