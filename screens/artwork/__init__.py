"""Our own drawings as data and the script that draws them: `python -m screens.artwork` writes icons and pictures."""
