"""The components of the design system: a few families, drawn by ourselves, sized in millimetres."""
