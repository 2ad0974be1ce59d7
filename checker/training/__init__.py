"""Building, training, exporting and calibrating the models that ship in ``models/``.

Nothing here is imported by ``check``, ``compare`` or ``score``: it needs the extra
``train`` (PyTorch, sentence-transformers, ONNX) and reads data sets that are not part of the project.
"""
