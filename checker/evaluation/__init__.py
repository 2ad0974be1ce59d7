"""How good it is: measuring the parts and the whole on labelled material."""
