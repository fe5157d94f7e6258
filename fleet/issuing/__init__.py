"""Documents that residents print: which there are, how they look, the seal and the code that prove them."""
