"""What the touchscreen asks the platform directly: is it there, and the one-time code of the holder check."""
