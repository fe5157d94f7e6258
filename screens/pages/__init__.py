"""The pages: one module for each type of view, all in one frame."""
