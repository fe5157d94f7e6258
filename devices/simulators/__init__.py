"""Wire-level simulators: separate processes that speak a device's real protocol, with typed faults."""
