"""Models and how they are run: protocols, ONNX runners (the default), sentence-transformers, the cache."""
