"""Device abstraction layer: interfaces, drivers, wire-level simulators."""
