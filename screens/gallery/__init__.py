"""Every page in everything it can look like, as pictures, with what is wrong with them: `make gallery`."""
